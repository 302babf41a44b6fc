package gradus.expression.read;

import gradus.expression.node.ChoiceNode;
import gradus.expression.node.ComparisonNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.value.ComparisonOperator;
import gradus.expression.value.NumberValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What NumPy and PyTorch have a word for and paper writes as a formula: {@code log1p(x)} is ln(1 + x). */
final class ArrayFormulas {
    private static final Map<String, Template> FORMULAS = Map.ofEntries(
            Map.entry("log1p", new Template("ln(1 + x)")),
            Map.entry("expm1", new Template("exp(x) - 1")),
            Map.entry("rsqrt", new Template("1/sqrt(x)")),
            Map.entry("reciprocal", new Template("1/x")),
            Map.entry("neg", new Template("0 - x")),
            Map.entry("negative", new Template("0 - x")),
            Map.entry("logaddexp", new Template("ln(exp(x) + exp(y))")),
            Map.entry("vdot", new Template("sum(x .* y)")),
            Map.entry("numel", new Template("size(x)")),
            Map.entry("len", new Template("rows(x)")));
    private static final Template AT_LEAST = new Template("max(x, y)");
    private static final Template AT_MOST = new Template("min(x, y)");

    private final Cursor cursor;
    private final NameParser names;

    ArrayFormulas(Cursor cursor, NameParser names) {
        this.cursor = cursor;
        this.names = names;
    }

    static boolean isOne(String word) {
        return FORMULAS.containsKey(word);
    }

    /** How many arguments a word takes; 0 where it is none of these. */
    static int arguments(String word) {
        Template formula = FORMULAS.get(word);
        return formula == null ? 0 : formula.arguments();
    }

    /** The formula of a word with its arguments. */
    Node of(Token word, List<Node> given) {
        return Objects.requireNonNull(FORMULAS.get(word.text())).with(given, word, names, cursor);
    }

    /** 1 above 0, 0 below it, and a given value at 0. */
    Node step(Token word, Node value, Node atZero) {
        Node zero = new NumberNode(word.at(), NumberValue.ZERO, "0", "0");
        Node above = ComparisonNode.of(word.at(), ComparisonOperator.GREATER, value, zero, cursor.site());
        Node below = ComparisonNode.of(word.at(), ComparisonOperator.LESS, value, zero, cursor.site());
        Node one = new NumberNode(word.at(), NumberValue.ONE, "1", "1");
        return new ChoiceNode(word.at(), above, one, new ChoiceNode(word.at(), below, zero, atZero));
    }

    /** A value that is kept from falling below a bound, or from rising above it. */
    Node kept(boolean above, Token word, Node value, Node bound) {
        return (above ? AT_LEAST : AT_MOST).with(List.of(value, bound), word, names, cursor);
    }
}
