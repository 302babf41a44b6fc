package gradus.expression.read;

import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import java.util.List;
import java.util.Set;

/** What NumPy and PyTorch have a word for and paper writes as a formula: {@code log1p(x)} is ln(1 + x). */
final class ArrayFormulas {
    private static final Set<String> OF_ONE = Set.of("log1p", "expm1", "rsqrt", "reciprocal", "neg", "negative");
    private static final Set<String> OF_TWO = Set.of("logaddexp");

    private final Cursor cursor;
    private final NameParser names;

    ArrayFormulas(Cursor cursor, NameParser names) {
        this.cursor = cursor;
        this.names = names;
    }

    /** How many arguments a word takes; 0 where it is none of these. */
    static int arguments(String word) {
        return OF_ONE.contains(word) ? 1 : OF_TWO.contains(word) ? 2 : 0;
    }

    /** The formula of a word with its arguments. */
    Node of(Token word, List<Node> given) {
        Node x = given.get(0);
        return switch (word.text()) {
            case "log1p" -> call("ln", word, pair(Operator.ADD, number(1, word), x, word));
            case "expm1" -> pair(Operator.SUBTRACT, call("exp", word, x), number(1, word), word);
            case "rsqrt" -> pair(Operator.DIVIDE, number(1, word), call("sqrt", word, x), word);
            case "reciprocal" -> pair(Operator.DIVIDE, number(1, word), x, word);
            case "logaddexp" ->
                call("ln", word, pair(Operator.ADD, call("exp", word, x), call("exp", word, given.get(1)), word));
            default -> pair(Operator.SUBTRACT, number(0, word), x, word);
        };
    }

    private Node call(String function, Token word, Node argument) {
        return names.call(function, word, List.of(argument));
    }

    private Node pair(Operator operator, Node left, Node right, Token word) {
        return new OperationNode(word.at(), operator, left, right, cursor.site());
    }

    private static Node number(int value, Token word) {
        String written = Integer.toString(value);
        return new NumberNode(word.at(), new NumberValue(value, 0), written, written);
    }
}
