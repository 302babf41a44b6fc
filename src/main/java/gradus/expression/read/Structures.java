package gradus.expression.read;

import gradus.expression.node.ChoiceNode;
import gradus.expression.node.ComparisonNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ComparisonOperator;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads LaTeX commands with arguments: fractions, roots and cases. */
final class Structures {
    private static final Set<String> BEFORE_CONDITION = Set.of("if", "for", "when", "where");
    private static final Set<String> ELSE = Set.of("otherwise", "else", "Otherwise", "Else", "other", "others");

    private final Cursor cursor;
    private final Parser parser;
    private final NameParser names;

    Structures(Cursor cursor, Parser parser, NameParser names) {
        this.cursor = cursor;
        this.parser = parser;
        this.names = names;
    }

    Node read(Token command) {
        return switch (command.text()) {
            case "√" ->
                cursor.peek().is("[")
                        ? root(command)
                        : names.prefix(command, cursor.vocabulary.library().written("√"));
            case "frac" -> {
                Node above = argument();
                Node below = argument();
                cursor.operation(command.at());
                yield new OperationNode(command.at(), Operator.DIVIDE, above, below, -1, cursor.rules());
            }
            case "cases" -> cases(command);
            default -> throw parser.unexpected(command);
        };
    }

    /** A group in braces, or the single character that LaTeX accepts without them: {@code \frac12}. */
    private Node argument() {
        Token next = cursor.peek();
        if (next.is("{")) {
            cursor.take();
            Node inside = parser.expression();
            cursor.expect("}", next);
            return inside;
        }
        boolean word = next.kind() == Kind.NUMBER || next.kind() == Kind.NAME;
        if (!word && next.kind() != Kind.COMMAND) {
            throw ExpressionException.of(next.at(), "expression.expected", "{", cursor.shown(next));
        }
        boolean command = cursor.source.charAt(next.at()) == '\\' || cursor.source.charAt(next.at()) == '₩';
        if (word && !command && next.text().length() > 1) {
            cursor.splitOne();
        }
        Token taken = cursor.take();
        if (word) {
            return taken.kind() == Kind.NUMBER ? Literals.number(taken) : names.plain(taken);
        }
        cursor.enter();
        Node inside = read(taken);
        cursor.leave();
        return inside;
    }

    private Node root(Token command) {
        Token open = cursor.take();
        Node degree = parser.expression();
        cursor.expect("]", open);
        Node base = argument();
        Node one = new NumberNode(command.at(), NumberValue.ONE, "1", "1");
        Node exponent = new OperationNode(command.at(), Operator.DIVIDE, one, degree, -1);
        return new OperationNode(command.at(), Operator.POWER, base, exponent, cursor.site(), cursor.rules());
    }

    /** {@code \begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}}: the first condition that holds chooses. */
    private Node cases(Token begin) {
        parser.comparisonsAllowed(begin);
        List<Node> values = new ArrayList<>();
        List<Node> conditions = new ArrayList<>();
        Node otherwise = null;
        while (!endsCases() && otherwise == null) {
            Node value = parser.expression();
            cursor.accept(",");
            cursor.accept("&");
            otherwise = condition(value, values, conditions);
            if (!cursor.accept("\\\\")) {
                break;
            }
        }
        if (!endsCases() || values.isEmpty() && otherwise == null) {
            throw cursor.peek().kind() == Kind.END
                    ? ExpressionException.of(begin.at(), "expression.unclosed", "\\begin{cases}", "\\end{cases}")
                    : parser.unexpected(cursor.peek());
        }
        cursor.take();
        if (otherwise == null && conditions.size() == 2 && areOpposite(conditions.get(0), conditions.get(1))) {
            conditions.remove(1);
            otherwise = values.remove(1);
        }
        Node node = otherwise == null ? undefined(begin) : otherwise;
        for (int i = values.size() - 1; i >= 0; i--) {
            node = new ChoiceNode(begin.at(), conditions.get(i), values.get(i), node);
        }
        return node;
    }

    /** Reads the condition after the ampersand; returns the value if it is the one for all other cases. */
    private @Nullable Node condition(Node value, List<Node> values, List<Node> conditions) {
        Token word = cursor.peek();
        if (word.kind() == Kind.NAME && ELSE.contains(word.text())) {
            cursor.take();
            cursor.accept(".");
            return value;
        }
        if (word.kind() == Kind.NAME && BEFORE_CONDITION.contains(word.text())) {
            cursor.take();
            Token next = cursor.peek();
            if (next.kind() == Kind.NAME && ELSE.contains(next.text())) {
                cursor.take();
                return value;
            }
        }
        values.add(value);
        conditions.add(parser.expression());
        cursor.accept(",");
        return null;
    }

    private boolean endsCases() {
        return cursor.peek().kind() == Kind.COMMAND && cursor.peek().text().equals("endcases");
    }

    private static boolean areOpposite(Node first, Node second) {
        return first instanceof ComparisonNode a
                && second instanceof ComparisonNode b
                && a.left().text().equals(b.left().text())
                && a.right().text().equals(b.right().text())
                && opposite(a.comparison(), b.comparison());
    }

    private static boolean opposite(ComparisonOperator a, ComparisonOperator b) {
        String signs = a.symbol + " " + b.symbol;
        return Set.of("> <=", "<= >", "< >=", ">= <", "== !=", "!= ==").contains(signs);
    }

    /** The value where no condition holds: none. */
    private static Node undefined(Token begin) {
        Node zero = new NumberNode(begin.at(), NumberValue.ZERO, "0", "0");
        return new OperationNode(begin.at(), Operator.DIVIDE, zero, zero, -1);
    }
}
