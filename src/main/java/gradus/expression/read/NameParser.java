package gradus.expression.read;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.node.ChosenFunctionNode;
import gradus.expression.node.IndexNode;
import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what begins with a name: values, constants, calls, derivatives, layers such as {@code W^[1]}, functions
 * before a bare argument.
 */
final class NameParser {
    private final Cursor cursor;
    private final Vocabulary vocabulary;
    private final Parser parser;
    private final Operands operands;
    private final CallParser calls;
    private final ArrayCalls arrays;
    final Members members;
    private final Layers layers;
    private final Subscripts subscripts;

    NameParser(Cursor cursor, Parser parser, Operands operands) {
        this.cursor = cursor;
        this.vocabulary = cursor.vocabulary;
        this.parser = parser;
        this.operands = operands;
        this.calls = new CallParser(cursor, parser);
        this.arrays = new ArrayCalls(cursor, parser, calls, this);
        this.members = new Members(cursor, arrays, this);
        this.subscripts = new Subscripts(cursor);
        this.layers = new Layers(cursor, subscripts);
    }

    Node name() {
        Token token = cursor.take();
        String name = vocabulary.settled(Names.fold(token.text()));
        if (arrays.isModule(token)) {
            return arrays.moduleCall(token);
        }
        if (vocabulary.isChosen(name)
                && (cursor.peek().is("(") || cursor.peek(1).is("("))) {
            return chosenFunction(name, token);
        }
        boolean brackets = cursor.peek().is("{") || cursor.peek().is("[");
        if (cursor.peek().is("(") || brackets && vocabulary.isRich() && !vocabulary.declares(name)) {
            LibraryFunction function = function(name);
            if (function != null || (name.equals(Library.STEPS) && vocabulary.allows(name))) {
                return function == null ? calls.steps(token) : call(allowed(function, token), token);
            }
            if (!vocabulary.isAuthor()
                    && cursor.peek().is("(")
                    && !vocabulary.declares(name)
                    && ArrayCalls.isAlone(token.text(), vocabulary.library())) {
                return arrays.alone(token);
            }
        }
        if (cursor.peek().is("'") && cursor.peek(1).is("(")) {
            Node derivative = derivative(name, token);
            if (derivative != null) {
                return derivative;
            }
        }
        if (vocabulary.isRich()) {
            Node layer = layers.layer(name, token);
            if (layer != null) {
                return layer;
            }
            Node place = vocabulary.declares(name) ? null : subscripts.place(token);
            if (place != null) {
                return place;
            }
        }
        Node value = value(name, token);
        return value instanceof NameNode declared ? subscripts.behind(declared) : value;
    }

    private Node call(LibraryFunction function, Token token) {
        boolean norm =
                !vocabulary.isAuthor() && function == vocabulary.library().written("‖");
        if (norm && cursor.peek().is("{")) {
            return operands.norm(operands.group("{", "}"), token);
        }
        return norm && cursor.peek().is("(") ? arrays.norm(token, null) : calls.call(function, token);
    }

    /** Whether a function's name stands in braces before its arguments, as LaTeX allows: <code>{\max}(0, x)</code>. */
    boolean isBraced() {
        String name = Names.fold(cursor.peek(1).text());
        return cursor.peek(1).kind() == Kind.NAME
                && cursor.peek(2).is("}")
                && cursor.peek(3).is("(")
                && !vocabulary.declares(name)
                && vocabulary.library().meant(name) != null;
    }

    /** A call of the function that a parameter of a listing names, or of its derivative. */
    private Node chosenFunction(String name, Token token) {
        boolean derivative = cursor.accept("'");
        Node argument = operands.group("(", ")");
        return new ChosenFunctionNode(token.at(), cursor.name(token.at(), name), derivative, argument);
    }

    /** Reads a name that can only be a value. */
    Node plain(Token token) {
        return value(vocabulary.settled(Names.fold(token.text())), token);
    }

    private Node value(String name, Token token) {
        NumberNode constant = vocabulary.declares(name) ? null : Literals.constant(name, token.at());
        if (constant == null && vocabulary.isRich() && !vocabulary.declares(name)) {
            constant = Literals.truth(name, token.at());
        }
        if (constant != null) {
            return constant;
        }
        if (vocabulary.knows(name)) {
            return cursor.name(token.at(), name);
        }
        LibraryFunction function = vocabulary.library().meant(name);
        if (function != null && vocabulary.allows(function.name())) {
            return beforeArgument(function, token);
        }
        if (vocabulary.isRich()) {
            Node indexed = indexed(name, token);
            if (indexed != null) {
                return indexed;
            }
            List<String> pieces = Pieces.known(
                    token.text(), vocabulary, cursor.bound, cursor.peek().is("("));
            boolean bare = cursor.isLatex()
                    && cursor.slice(token.at(), token.end())
                            .replaceAll("[{}]", "")
                            .equals(token.text());
            if (pieces == null && bare) {
                pieces = Pieces.letters(token.text(), vocabulary, cursor.bound);
            }
            if (pieces != null) {
                cursor.reset(cursor.position() - 1);
                cursor.split(pieces);
                return name();
            }
        }
        throw function == null ? layers.unknown(name, token) : notAllowed(function, token);
    }

    /** The function that a name before a parenthesis calls; null if it is a declared value, which makes a product. */
    private @Nullable LibraryFunction function(String name) {
        LibraryFunction function = vocabulary.library().named(name);
        return function == null && !vocabulary.declares(name)
                ? vocabulary.library().meant(name)
                : function;
    }

    private LibraryFunction allowed(LibraryFunction function, Token token) {
        if (!vocabulary.allows(function.name())) {
            throw notAllowed(function, token);
        }
        return function;
    }

    private ExpressionException notAllowed(LibraryFunction function, Token token) {
        return ExpressionException.of(
                token.at(), "expression.function-not-allowed", function.name(), vocabulary.allowedBut(function.name()));
    }

    /** Reports an unknown function if a comma in the group shows that a call was meant. */
    ExpressionException unknownCall(Token opener) {
        Token comma = cursor.peek();
        int before = cursor.tokenBefore(opener);
        Token word = before < 0 ? opener : cursor.at(before);
        if (word.kind() != Kind.NAME) {
            return parser.unexpected(comma);
        }
        String nearest = vocabulary.nearest(Names.fold(word.text()));
        return nearest == null
                ? ExpressionException.of(word.at(), "expression.unknown-function", word.text())
                : ExpressionException.of(word.at(), "expression.unknown-function-nearest", word.text(), nearest);
    }

    private @Nullable Node derivative(String name, Token token) {
        LibraryFunction function = function(name);
        if (function == null) {
            return null;
        }
        String derivative = function.nature().derivative();
        LibraryFunction found = derivative == null ? null : vocabulary.library().named(derivative);
        if (found == null) {
            throw ExpressionException.of(cursor.peek().at(), "expression.no-derivative", function.name());
        }
        cursor.take();
        return calls.call(allowed(found, token), token);
    }

    /** {@code x_1} where x is declared and x1 is not: the first cell of x. */
    private @Nullable Node indexed(String name, Token token) {
        int letters = name.length();
        while (letters > 1 && Character.isDigit(name.charAt(letters - 1))) {
            letters--;
        }
        String base = name.substring(0, letters);
        boolean subscripted =
                !token.text().endsWith(name.substring(letters)) || token.text().indexOf('_') >= 0;
        if (letters == name.length() || !subscripted || !vocabulary.declares(base)) {
            return null;
        }
        Token digits = new Token(Kind.NUMBER, name.substring(letters), token.at(), token.end());
        return new IndexNode(token.at(), cursor.name(token.at(), base), List.of(Literals.number(digits)));
    }

    /** A function before an argument without parentheses: one factor with its power. */
    private Node beforeArgument(LibraryFunction function, Token token) {
        Token next = cursor.peek();
        boolean unary =
                function.group() == Group.ELEMENTWISE || (function.group() == Group.ACTIVATION && !function.many());
        if (unary && (next.is("^") || next.kind() == Kind.SUPERSCRIPT)) {
            throw powerOfFunction(function, token);
        }
        if (unary && (next.is("-") || next.is("+"))) {
            throw ExpressionException.of(next.at(), "expression.sign-after-function", function.name());
        }
        boolean bars = next.is("|") || next.is("‖");
        boolean folds = bars && function.indexOf("axis") >= 0;
        if (!(unary || folds) || !(bars || operands.startsFactor())) {
            throw ExpressionException.of(token.at(), "expression.call-without-parentheses", function.name());
        }
        return prefix(token, function);
    }

    private ExpressionException powerOfFunction(LibraryFunction function, Token token) {
        Token power = cursor.take();
        ExpressionException fault = ExpressionException.of(power.at(), "expression.power-of-function", function.name());
        boolean short_ = power.kind() == Kind.SUPERSCRIPT || cursor.peek().kind() == Kind.NUMBER;
        if (!short_) {
            return fault;
        }
        String exponent =
                power.kind() == Kind.SUPERSCRIPT ? power.text() : cursor.take().text();
        Token first = cursor.peek();
        if (!operands.startsFactor()) {
            return fault;
        }
        cursor.enter();
        parser.power();
        cursor.leave();
        String argument = cursor.slice(first.at(), cursor.previous().end());
        String bracketed = first.is("(") ? argument : "(" + argument + ")";
        String space = token.at() > 0
                        && Character.isLetter(
                                cursor.slice(token.at() - 1, token.at()).charAt(0))
                ? " "
                : "";
        return fault.offering(
                new Edit(token.at(), cursor.previous().end(), space + function.name() + bracketed + "^" + exponent));
    }

    /** A function sign and its argument, which is one factor with its power where it has no parentheses. */
    Node prefix(Token sign, LibraryFunction function) {
        Token first = cursor.peek();
        if (first.is("(") || first.is("{")) {
            return call(function, sign, List.of(operands.group(first.text(), first.is("(") ? ")" : "}")));
        }
        cursor.enter();
        Node argument = parser.power();
        if (operands.startsFactor()) {
            String one = cursor.slice(first.at(), cursor.previous().end());
            Token next = cursor.peek();
            parser.power();
            String other = cursor.slice(next.at(), cursor.previous().end());
            throw Ambiguity.of(
                    next.at(),
                    sign.at(),
                    cursor.slice(sign.at(), cursor.previous().end()),
                    function.name() + "(" + one + "*" + other + ")",
                    function.name() + "(" + one + ")*" + other);
        }
        cursor.leave();
        return call(function, sign, List.of(argument));
    }

    /** A call of the function that a sign of paper stands for. */
    Node marked(String mark, Token token, List<Node> arguments) {
        return call(vocabulary.library().written(mark), token, arguments);
    }

    Node call(LibraryFunction function, Token token, List<Node> arguments) {
        return calls.of(allowed(function, token), token, new ArrayList<>(arguments));
    }
}
