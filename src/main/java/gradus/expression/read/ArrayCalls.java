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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls and methods as NumPy, PyTorch and TensorFlow name them: {@code np.dot(A, B)}, {@code Z.max(axis=0)}. */
final class ArrayCalls {
    private static final Set<String> MODULES = Set.of("np", "numpy", "torch", "math", "tf", "F", "nn");
    private static final Set<String> ROOMS = Set.of("linalg", "nn", "functional", "special", "math");
    /** Methods that are no functions of the language: products, powers, and what turns a condition into numbers. */
    private static final Set<String> METHODS = Set.of(
            "dot", "matmul", "mm", "multiply", "mul", "pow", "square", "t", "permute", "swapaxes", "clamp", "clip");

    /** What gives numbers another type, or makes an array of what is one already. */
    private static final Pattern CASTS =
            Pattern.compile("astype|(?:float|int|bool)(?:\\d{1,2}|_)?|double|long|array|asarray|tensor|as_tensor");

    /** Words that stand alone after {@code from numpy import *}, or are Python's own. */
    private static final Set<String> ALONE = Set.of("where", "square", "heaviside", "float", "int", "clip");

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("dot", Operator.TIMES),
            Map.entry("matmul", Operator.TIMES),
            Map.entry("mm", Operator.TIMES),
            Map.entry("mv", Operator.TIMES),
            Map.entry("bmm", Operator.TIMES),
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
    private final Norms norms;

    ArrayCalls(Cursor cursor, Parser parser, CallParser calls, NameParser names) {
        this.cursor = cursor;
        this.parser = parser;
        this.calls = calls;
        this.formulas = new ArrayFormulas(cursor, names);
        this.norms = new Norms(cursor, names);
    }

    boolean isModule(Token token) {
        return MODULES.contains(token.text())
                && !cursor.vocabulary.declares(token.text())
                && cursor.peek().is(".")
                && cursor.peek(1).kind() == Kind.NAME;
    }

    /** Whether a word behind a point is what arrays can do, and no field of a record. */
    static boolean isMethod(String name, Library library) {
        return METHODS.contains(name)
                || CASTS.matcher(name).matches()
                || ArrayFormulas.isOne(name)
                || library.isMethod(name);
    }

    /** Whether a word before a parenthesis is a call without its module: {@code matmul(A, B)}, {@code pow(e, x)}. */
    static boolean isAlone(String name, Library library) {
        return OPERATORS.containsKey(name)
                || ALONE.contains(name)
                || ArrayFormulas.isOne(name)
                || library.inArrays(name) != null;
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

    /** A call of a word that stands without its module. */
    Node alone(Token word) {
        return called(word, null);
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
            case "heaviside":
                List<Node> step = arguments(word, receiver, 2);
                return formulas.step(word, step.get(0), step.get(1));
            case "t", "permute", "swapaxes":
                return transposed(word, receiver);
            default:
                return CASTS.matcher(word.text()).matches() ? asNumbers(word, receiver) : function(word, receiver);
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

    /** {@code (z > 0).astype(float)}, {@code np.int64(z > 0)}: turns a condition into numbers and leaves numbers as they are. */
    private Node asNumbers(Token word, @Nullable Node receiver) {
        Token open = cursor.take();
        Node value = receiver == null ? parser.expression() : receiver;
        boolean whole = isWhole(word.text());
        while (!cursor.peek().is(")") && cursor.peek().kind() != Kind.END) {
            whole |= isWhole(cursor.take().text());
        }
        cursor.expect(")", open);
        boolean condition = value instanceof ComparisonNode;
        if (whole && !condition) {
            throw ExpressionException.of(word.at(), "expression.unknown-function", word.text());
        }
        return condition ? new IndicatorNode(word.at(), value) : value;
    }

    /** Whether a type has no room for a fraction. */
    private static boolean isWhole(String type) {
        return type.startsWith("int") || type.startsWith("bool") || type.equals("long");
    }

    /** A norm, which may say of which kind: {@code np.linalg.norm(w, 1)}. */
    Node norm(Token word, @Nullable Node receiver) {
        Token open = cursor.take();
        Node inside = receiver == null ? parser.expression() : receiver;
        boolean kind = receiver == null ? cursor.accept(",") : !cursor.peek().is(")");
        Node norm = kind ? norms.called(inside, word) : norms.of("F", inside, word, word);
        cursor.expect(")", open);
        return norm;
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
        return function == cursor.vocabulary.library().written("‖")
                ? norm(word, receiver)
                : calls.array(function, word, receiver, word.text().endsWith("imum"));
    }
}
