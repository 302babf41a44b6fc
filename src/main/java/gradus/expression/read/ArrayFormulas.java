package gradus.expression.read;

import gradus.expression.node.Node;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What NumPy and PyTorch have a word for and paper writes as a formula: {@code log1p(x)} is ln(1 + x). */
final class ArrayFormulas {
    private static final Map<String, Template> FORMULAS = Map.of(
            "log1p", new Template("ln(1 + x)"),
            "expm1", new Template("exp(x) - 1"),
            "rsqrt", new Template("1/sqrt(x)"),
            "reciprocal", new Template("1/x"),
            "neg", new Template("0 - x"),
            "negative", new Template("0 - x"),
            "logaddexp", new Template("ln(exp(x) + exp(y))"));
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

    /** A value that is kept from falling below a bound, or from rising above it. */
    Node kept(boolean above, Token word, Node value, Node bound) {
        return (above ? AT_LEAST : AT_MOST).with(List.of(value, bound), word, names, cursor);
    }
}
