package gradus.expression.read;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.node.ChoiceNode;
import gradus.expression.node.ComparisonNode;
import gradus.expression.node.IndicatorNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.node.Rules;
import gradus.expression.node.TransposeNode;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls and methods as NumPy, PyTorch and TensorFlow name them: {@code np.dot(A, B)}, {@code Z.max(axis=0)}. */
final class ArrayCalls {
    private static final Set<String> MODULES = Set.of("np", "numpy", "torch", "math", "tf", "F", "nn");
    private static final Set<String> ROOMS = Set.of("linalg", "nn", "functional", "special", "math");
    /** Methods that are no functions of the language: products, powers, and what turns a condition into numbers. */
    private static final Set<String> METHODS =
            Set.of("dot", "matmul", "mm", "multiply", "mul", "pow", "square", "t", "astype", "float", "clamp", "clip");

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("dot", Operator.TIMES),
            Map.entry("matmul", Operator.TIMES),
            Map.entry("mm", Operator.TIMES),
            Map.entry("mv", Operator.TIMES),
            Map.entry("multiply", Operator.ELEMENT_TIMES),
            Map.entry("mul", Operator.ELEMENT_TIMES),
            Map.entry("divide", Operator.ELEMENT_DIVIDE),
            Map.entry("div", Operator.ELEMENT_DIVIDE),
            Map.entry("power", Operator.ELEMENT_POWER),
            Map.entry("pow", Operator.ELEMENT_POWER),
            Map.entry("add", Operator.ADD),
            Map.entry("subtract", Operator.SUBTRACT),
            Map.entry("sub", Operator.SUBTRACT));

    private final Cursor cursor;
    private final Parser parser;
    private final CallParser calls;
    private final ArrayFormulas formulas;

    ArrayCalls(Cursor cursor, Parser parser, CallParser calls, ArrayFormulas formulas) {
        this.cursor = cursor;
        this.parser = parser;
        this.calls = calls;
        this.formulas = formulas;
    }

    boolean isModule(Token token) {
        return MODULES.contains(token.text())
                && !cursor.vocabulary.declares(token.text())
                && cursor.peek().is(".")
                && cursor.peek(1).kind() == Kind.NAME;
    }

    /** Whether a word behind a point is what arrays can do, and no field of a record. */
    static boolean isMethod(String name, Library library) {
        return METHODS.contains(name) || ArrayFormulas.isOne(name) || library.isMethod(name);
    }

    /** {@code np.exp(x)}, {@code np.dot(A, B)}, {@code torch.nn.functional.relu(z)}, {@code np.pi}. */
    Node moduleCall(Token module) {
        cursor.take();
        Token word = cursor.take();
        while (ROOMS.contains(word.text()) && cursor.peek().is(".")) {
            cursor.take();
            word = cursor.take();
        }
        if (!cursor.peek().is("(")) {
            NumberNode constant = Literals.constant(word.text(), module.at());
            if (constant == null) {
                throw ExpressionException.of(word.at(), "expression.unknown-function", word.text());
            }
            return constant;
        }
        return called(word, null);
    }

    Node method(Node target, Token word) {
        return called(word, target);
    }

    private Node called(Token word, @Nullable Node receiver) {
        Operator operator = OPERATORS.get(word.text());
        if (operator != null) {
            List<Node> pair = arguments(word, receiver, 2);
            Rules rules = cursor.vocabulary.isAuthor() ? Rules.PAPER : Rules.ARRAYS;
            return new OperationNode(word.at(), operator, pair.get(0), pair.get(1), cursor.site(), rules);
        }
        int arguments = ArrayFormulas.arguments(word.text());
        if (arguments > 0) {
            return formulas.of(word, arguments(word, receiver, arguments));
        }
        if (cursor.vocabulary.library().written("'").name().equals(word.text())) {
            return transposed(word, receiver);
        }
        switch (word.text()) {
            case "square":
                Node two = new NumberNode(word.at(), new NumberValue(2, 0), "2", "2");
                return new OperationNode(
                        word.at(),
                        Operator.ELEMENT_POWER,
                        arguments(word, receiver, 1).get(0),
                        two,
                        cursor.site());
            case "where":
                parser.comparisonsAllowed(word);
                List<Node> choice = arguments(word, receiver, 3);
                return new ChoiceNode(word.at(), choice.get(0), choice.get(1), choice.get(2));
            case "clip", "clamp":
                return clipped(word, receiver);
            case "t":
                return transposed(word, receiver);
            case "float", "astype":
                return asNumbers(word, receiver);
            default:
                return function(word, receiver);
        }
    }

    private List<Node> arguments(Token word, @Nullable Node receiver, int wanted) {
        Token open = cursor.take();
        List<Node> arguments = new ArrayList<>();
        if (receiver != null) {
            arguments.add(receiver);
        }
        if (!cursor.peek().is(")")) {
            do {
                arguments.add(parser.expression());
            } while (cursor.accept(","));
        }
        cursor.expect(")", open);
        if (arguments.size() != wanted) {
            throw ExpressionException.of(word.at(), "expression.wrong-number", word.text(), wanted, arguments.size());
        }
        return arguments;
    }

    /** Between a least and a greatest value, either of which may be None or left out: {@code torch.clamp(z, min=0)}. */
    private Node clipped(Token word, @Nullable Node receiver) {
        Token open = cursor.take();
        Node node = receiver == null ? parser.expression() : receiver;
        int place = 0;
        boolean more = receiver == null ? cursor.accept(",") : !cursor.peek().is(")");
        while (more) {
            boolean above = place++ == 0;
            if (cursor.peek(1).is("=")) {
                above = !cursor.take().text().endsWith("max");
                cursor.take();
            }
            if (cursor.peek().isName("None")) {
                cursor.take();
            } else {
                node = formulas.kept(above, word, node, parser.expression());
            }
            more = cursor.accept(",");
        }
        cursor.expect(")", open);
        if (place == 0 || place > 2) {
            throw ExpressionException.of(word.at(), "expression.wrong-number", word.text(), 2, place);
        }
        return node;
    }

    /**
     * {@code W.t()}, {@code W.transpose()}, {@code np.transpose(W)}; two axes, as PyTorch requires them, must be
     * those of a matrix.
     */
    private Node transposed(Token word, @Nullable Node receiver) {
        Token open = cursor.take();
        Node target = receiver == null ? parser.expression() : receiver;
        boolean axes = receiver == null && cursor.accept(",")
                || receiver != null && !cursor.peek().is(")");
        if (axes) {
            String first = cursor.take().text();
            cursor.expect(",", open);
            String second = cursor.take().text();
            if (!(first + second).equals("01") && !(first + second).equals("10")) {
                throw ExpressionException.of(word.at(), "expression.transpose-axes");
            }
        }
        cursor.expect(")", open);
        return new TransposeNode(word.at(), target, null, cursor.rules() == Rules.ARRAYS ? Rules.ARRAYS : Rules.PAPER);
    }

    /** {@code (z > 0).astype(float)}: turns a condition into numbers and leaves numbers as they are. */
    private Node asNumbers(Token word, @Nullable Node receiver) {
        Token open = cursor.take();
        while (!cursor.peek().is(")") && cursor.peek().kind() != Kind.END) {
            String type = cursor.take().text();
            if (type.startsWith("int") && !(receiver instanceof ComparisonNode)) {
                throw ExpressionException.of(word.at(), "expression.unknown-function", word.text());
            }
        }
        cursor.expect(")", open);
        if (receiver == null) {
            throw ExpressionException.of(word.at(), "expression.unknown-function", word.text());
        }
        return receiver instanceof ComparisonNode ? new IndicatorNode(word.at(), receiver) : receiver;
    }

    private Node function(Token word, @Nullable Node receiver) {
        LibraryFunction function = cursor.vocabulary.library().inArrays(word.text());
        if (function == null) {
            throw ExpressionException.of(word.at(), "expression.unknown-function", word.text());
        }
        if (!cursor.vocabulary.allows(function.name())) {
            throw ExpressionException.of(
                    word.at(),
                    "expression.function-not-allowed",
                    function.name(),
                    cursor.vocabulary.allowedBut(function.name()));
        }
        return calls.array(function, word, receiver, word.text().endsWith("imum"));
    }
}
