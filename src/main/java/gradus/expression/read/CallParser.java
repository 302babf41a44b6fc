package gradus.expression.read;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.node.CallNode;
import gradus.expression.node.ChoiceNode;
import gradus.expression.node.NegationNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.node.StepsNode;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Names;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import gradus.expression.value.Printing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls with positional and named arguments, also as numpy writes them, whose axes count from 0. */
final class CallParser {
    private static final Set<String> MODULES = Set.of("np", "numpy", "torch", "math", "tf");
    private static final Set<String> METHODS = Set.of("sum", "mean", "max", "min", "dot", "transpose", "reshape");

    private final Cursor cursor;
    private final Parser parser;

    CallParser(Cursor cursor, Parser parser) {
        this.cursor = cursor;
        this.parser = parser;
    }

    boolean isModule(Token token) {
        return MODULES.contains(token.text())
                && !cursor.vocabulary.declares(token.text())
                && cursor.peek().is(".")
                && cursor.peek(1).kind() == Kind.NAME;
    }

    boolean isMethod(String name) {
        return METHODS.contains(name);
    }

    /** {@code np.exp(x)}, {@code np.dot(A, B)}, {@code np.pi}. */
    Node moduleCall(Token module) {
        cursor.take();
        Token word = cursor.take();
        if (word.text().equals("linalg") && cursor.peek().is(".")) {
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
        return numpy(word, null);
    }

    Node method(Node target, Token word) {
        return numpy(word, target);
    }

    private Node numpy(Token word, @Nullable Node receiver) {
        Operator operator = switch (word.text()) {
            case "dot", "matmul" -> Operator.TIMES;
            case "multiply" -> Operator.ELEMENT_TIMES;
            case "divide" -> Operator.ELEMENT_DIVIDE;
            case "power" -> Operator.ELEMENT_POWER;
            case "add" -> Operator.ADD;
            case "subtract" -> Operator.SUBTRACT;
            default -> null;
        };
        boolean square = word.text().equals("square");
        boolean where = word.text().equals("where");
        if (operator == null && !square && !where) {
            return numpyFunction(word, receiver);
        }
        Token open = cursor.take();
        List<Node> arguments = new ArrayList<>();
        if (receiver != null) {
            arguments.add(receiver);
        }
        do {
            arguments.add(parser.expression());
        } while (cursor.accept(","));
        cursor.expect(")", open);
        int wanted = square ? 1 : where ? 3 : 2;
        if (arguments.size() != wanted) {
            throw ExpressionException.of(word.at(), "expression.wrong-number", word.text(), wanted, arguments.size());
        }
        if (where) {
            parser.comparisonsAllowed(word);
            return new ChoiceNode(word.at(), arguments.get(0), arguments.get(1), arguments.get(2));
        }
        Node second = square ? new NumberNode(word.at(), new NumberValue(2, 0), "2", "2") : arguments.get(1);
        return new OperationNode(
                word.at(),
                operator == null ? Operator.ELEMENT_POWER : operator,
                arguments.get(0),
                second,
                cursor.site());
    }

    private Node numpyFunction(Token word, @Nullable Node receiver) {
        String name = switch (word.text()) {
            case "maximum", "amax" -> "max";
            case "minimum", "amin" -> "min";
            case "absolute" -> "abs";
            default -> word.text();
        };
        LibraryFunction function = Library.meant(name);
        if (function == null) {
            throw ExpressionException.of(word.at(), "expression.unknown-function", word.text());
        }
        if (!cursor.vocabulary.allows(function.name())) {
            throw ExpressionException.of(
                    word.at(), "expression.function-not-allowed", function.name(), cursor.vocabulary.allowed());
        }
        Node first = receiver;
        if (function.name().equals("max") || function.name().equals("min")) {
            boolean pair = word.text().endsWith("imum");
            return call(function, word, first, !pair);
        }
        return call(function, word, first, true);
    }

    Node call(LibraryFunction function, Token token, @Nullable Node receiver) {
        return call(function, token, receiver, false);
    }

    private Node call(LibraryFunction function, Token token, @Nullable Node receiver, boolean fromZero) {
        Token open = cursor.take();
        List<Node> positional = new ArrayList<>();
        @Nullable Node[] named = new Node[function.parameters().size()];
        if (receiver != null) {
            positional.add(receiver);
        }
        if (!cursor.peek().is(")")) {
            do {
                if (cursor.peek().kind() == Kind.NAME && cursor.peek(1).is("=")) {
                    named(function, named, fromZero);
                } else if (Arrays.stream(named).anyMatch(node -> node != null)) {
                    throw ExpressionException.of(
                            cursor.peek().at(), "expression.positional-after-named", function.name());
                } else {
                    positional.add(parser.expression());
                }
            } while (cursor.accept(","));
        }
        cursor.expect(")", open);
        if (fromZero && !function.many() && positional.size() > 1 && function.indexOf("axis") == 1) {
            named[1] = shifted(positional.remove(1));
        }
        return placed(function, token, positional, named);
    }

    private void named(LibraryFunction function, @Nullable Node[] named, boolean fromZero) {
        Token word = cursor.take();
        cursor.take();
        int axis = function.indexOf("axis");
        if (word.text().equals("keepdims") && axis >= 0) {
            if (!fromZero) {
                throw ExpressionException.of(word.at(), "expression.keepdims", function.name());
            }
            parser.expression();
            return;
        }
        String name = Names.fold(word.text());
        int index = -1;
        for (int i = 0; i < named.length; i++) {
            index = Names.fold(function.parameters().get(i).name()).equals(name) ? i : index;
        }
        if (index < 0) {
            throw ExpressionException.of(word.at(), "expression.unknown-argument", function.signature(), word.text());
        }
        if (named[index] != null) {
            throw ExpressionException.of(word.at(), "expression.argument-twice", function.name(), word.text());
        }
        Node value = parser.expression();
        named[index] = fromZero && index == axis ? shifted(value) : value;
    }

    /** An axis counted from 0 as one counted from 1; −1 is the last of two. */
    private static Node shifted(Node axis) {
        if (axis instanceof NegationNode negative && negative.operand() instanceof NumberNode number) {
            double value = 3 - number.value().value();
            return new NumberNode(axis.at(), new NumberValue(value, 0), Printing.number(value), Printing.number(value));
        }
        NumberNode one = new NumberNode(axis.at(), NumberValue.ONE, "1", "1");
        if (axis instanceof NumberNode number) {
            double value = number.value().value() + 1;
            return new NumberNode(axis.at(), new NumberValue(value, 0), Printing.number(value), Printing.number(value));
        }
        return new OperationNode(axis.at(), Operator.ADD, axis, one, -1);
    }

    Node of(LibraryFunction function, Token token, List<Node> positional) {
        return placed(
                function, token, positional, new Node[function.parameters().size()]);
    }

    private Node placed(LibraryFunction function, Token token, List<Node> positional, @Nullable Node[] named) {
        cursor.operation(token.at());
        List<Node> rest = function.many() ? positional : List.of();
        if (!function.many()) {
            if (positional.size() > named.length) {
                throw ExpressionException.of(
                        token.at(),
                        "expression.too-many-arguments",
                        function.signature(),
                        named.length,
                        positional.size());
            }
            for (int i = 0; i < positional.size(); i++) {
                if (named[i] != null) {
                    throw ExpressionException.of(
                            token.at(),
                            "expression.argument-twice",
                            function.name(),
                            function.parameters().get(i).name());
                }
                named[i] = positional.get(i);
            }
        }
        for (int i = 0; i < named.length; i++) {
            if (named[i] == null && function.parameters().get(i).isRequired()) {
                throw ExpressionException.of(
                        token.at(),
                        "expression.missing-argument",
                        function.signature(),
                        function.parameters().get(i).name());
            }
        }
        return new CallNode(token.at(), function, rest, named, cursor.site());
    }

    Node steps(Token token) {
        Token open = cursor.take();
        Node subject = parser.expression();
        cursor.expect(")", open);
        return new StepsNode(token.at(), subject);
    }
}
