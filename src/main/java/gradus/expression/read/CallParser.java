package gradus.expression.read;

import gradus.expression.function.LibraryFunction;
import gradus.expression.node.CallNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.ReductionNode;
import gradus.expression.node.StepsNode;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads calls with positional and named arguments; under NumPy's rules axes count from 0. */
final class CallParser {
    private static final Set<String> KEEPING = Set.of("keepdims", "keepdim");
    private static final Set<String> AXES = Set.of("axis", "dim");

    private final Cursor cursor;
    private final Parser parser;

    CallParser(Cursor cursor, Parser parser) {
        this.cursor = cursor;
        this.parser = parser;
    }

    /** A call whose opening bracket comes next. */
    Node call(LibraryFunction function, Token token) {
        return new Reading(function, token, cursor.dialect() != Dialect.PAPER).read(null, false);
    }

    /**
     * A call as NumPy and PyTorch have it.
     *
     * @param receiver the value before the point of a method call, or null
     * @param pair whether the function compares two values, as {@code np.maximum} does
     */
    Node array(LibraryFunction function, Token token, @Nullable Node receiver, boolean pair) {
        return new Reading(function, token, true).read(receiver, pair);
    }

    /** The mark that closes what this one opens. */
    static String closing(Token open) {
        return open.is("{") ? "}" : open.is("[") ? "]" : ")";
    }

    /** The arguments of a call that is being read. */
    private final class Reading {
        private final LibraryFunction function;
        private final Token token;
        private final boolean arrays;
        private final List<Node> positional = new ArrayList<>();
        private final @Nullable Node[] named;
        private @Nullable Node axis;
        private boolean kept;

        private Reading(LibraryFunction function, Token token, boolean arrays) {
            this.function = function;
            this.token = token;
            this.arrays = arrays;
            this.named = new Node[function.parameters().size()];
        }

        private Node read(@Nullable Node receiver, boolean pair) {
            Token open = cursor.take();
            if (receiver != null) {
                positional.add(receiver);
            }
            if (!cursor.peek().is(CallParser.closing(open))) {
                do {
                    argument();
                } while (cursor.accept(","));
            }
            cursor.expect(CallParser.closing(open), open);
            boolean folds = function.indexOf("axis") >= 0 && !pair;
            if (arrays && folds && positional.size() > 1) {
                positionalAxis();
            }
            if (axis == null) {
                return placed(function, token, positional, named);
            }
            if (positional.size() != 1) {
                throw ExpressionException.of(token.at(), "expression.axis-of-several", function.name());
            }
            CallNode call = placed(function, token, positional, named);
            return new ReductionNode(token.at(), call, positional.get(0), axis, kept);
        }

        private void argument() {
            if (cursor.peek().kind() == Kind.NAME && cursor.peek(1).is("=")) {
                named();
            } else if (axis != null || Arrays.stream(named).anyMatch(node -> node != null)) {
                throw ExpressionException.of(cursor.peek().at(), "expression.positional-after-named", function.name());
            } else {
                positional.add(parser.expression());
            }
        }

        /** {@code np.max(Z, 1)}: the second value is the axis, unless the function compares two values. */
        private void positionalAxis() {
            Node second = positional.get(1);
            boolean whole = second.text().matches("-?\\d+");
            if (!whole && !function.many()) {
                throw ExpressionException.of(second.at(), "expression.array-axis-number", function.name());
            }
            if (!whole || positional.size() > 2) {
                String word = function.name() + "imum";
                boolean numpy = cursor.slice(token.at(), token.end()).equals(function.name());
                ExpressionException pair =
                        ExpressionException.of(token.at(), "expression.array-pair", function.name(), word);
                if (positional.size() == 2 && numpy && !isTorch()) {
                    throw pair.offering(new Edit(token.at(), token.end(), word));
                } else if (positional.size() > 2) {
                    throw pair;
                }
                return;
            }
            axis = positional.remove(1);
        }

        /** {@code torch.max(A, B)} compares cell by cell, as does a bare {@code max(a, b)}. */
        private boolean isTorch() {
            int before = cursor.tokenBefore(token);
            return before < 1
                    || !cursor.at(before).is(".")
                    || !cursor.at(before - 1).text().startsWith("n");
        }

        private void named() {
            Token word = cursor.take();
            cursor.take();
            int axisPlace = function.indexOf("axis");
            if (KEEPING.contains(word.text()) && axisPlace >= 0) {
                if (!arrays) {
                    throw ExpressionException.of(word.at(), "expression.keepdims", function.name());
                }
                kept = parser.expression() instanceof NumberNode flag
                        && flag.value().value() != 0;
                return;
            }
            if (arrays && AXES.contains(word.text()) && axisPlace >= 0) {
                if (axis != null) {
                    throw ExpressionException.of(word.at(), "expression.argument-twice", function.name(), word.text());
                }
                if (cursor.peek().isName("None")) {
                    cursor.take();
                } else {
                    axis = parser.expression();
                }
                return;
            }
            String name = Names.fold(word.text());
            int index = -1;
            for (int i = 0; i < named.length; i++) {
                index = Names.fold(function.parameters().get(i).name()).equals(name) ? i : index;
            }
            if (index < 0) {
                throw ExpressionException.of(
                        word.at(), "expression.unknown-argument", function.signature(), word.text());
            }
            if (named[index] != null) {
                throw ExpressionException.of(word.at(), "expression.argument-twice", function.name(), word.text());
            }
            named[index] = parser.expression();
        }
    }

    Node of(LibraryFunction function, Token token, List<Node> positional) {
        return placed(
                function, token, positional, new Node[function.parameters().size()]);
    }

    private CallNode placed(LibraryFunction function, Token token, List<Node> positional, @Nullable Node[] named) {
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
