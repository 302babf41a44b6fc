package gradus.expression.read;

import gradus.expression.node.NegationNode;
import gradus.expression.node.Node;
import gradus.expression.node.OperationNode;
import gradus.expression.node.Rules;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.Operator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads products, written and implicit, signs and powers; operands are read by {@link Operands}. */
final class Factors {
    private static final Pattern COMMAND = Pattern.compile("[\\\\₩]\\p{Alpha}+");

    private final Cursor cursor;
    private final Operands operands;
    private final Ambiguity ambiguity;

    /** The token position after an exponent without brackets; a factor there could belong to the exponent. */
    private int bareExponentEnd = -1;

    /** The token position after the terms of a sum in a divisor; a factor there could belong to the sum or not. */
    private int tightSumEnd = -1;

    /** Whether a sum takes only one factor here, as after a division and in an exponent. */
    private boolean tight;

    Factors(Cursor cursor, Parser parser) {
        this.cursor = cursor;
        this.operands = new Operands(cursor, parser);
        this.ambiguity = new Ambiguity(cursor, this);
    }

    /** Sets whether a sum takes only one factor from here on; returns the setting before. */
    boolean tighten(boolean now) {
        boolean before = tight;
        tight = now;
        return before;
    }

    @Nullable
    Operator productOperator(Token token) {
        if (token.kind() != Kind.SYMBOL) {
            return null;
        }
        return switch (token.text()) {
            case "*" -> cursor.dialect() == Dialect.ARRAYS ? Operator.ELEMENT_TIMES : Operator.TIMES;
            case "@" -> Operator.TIMES;
            case "/" -> Operator.DIVIDE;
            case ".*", "⊙" -> Operator.ELEMENT_TIMES;
            case "./" -> Operator.ELEMENT_DIVIDE;
            default -> null;
        };
    }

    /** The dialect of a product: {@code @} always follows NumPy, {@code *} depends on the response. */
    private Rules rules(Token sign) {
        if (sign.is("@") && !cursor.vocabulary.isAuthor()) {
            return Rules.ARRAYS;
        }
        boolean anybodys = cursor.dialect() == Dialect.BOTH && sign.is("*");
        return anybodys ? Rules.AGREEING : cursor.rules();
    }

    Node product() {
        int from = cursor.peek().at();
        Node left = signed();
        Token slash = null;
        while (true) {
            Token next = cursor.peek();
            Operator operator = productOperator(next);
            if (tightSumEnd == cursor.position() && slash != null && (operator != null || operands.startsFactor())) {
                throw ambiguity.sum(from, slash);
            }
            if (next.is("//")) {
                cursor.take();
                Node quotient = new OperationNode(next.at(), Operator.DIVIDE, left, divisor(), -1, cursor.rules());
                left = operands.floor(next, quotient);
                slash = next;
            } else if (operator != null) {
                cursor.operation(next.at());
                cursor.take();
                slash = operator == Operator.DIVIDE || operator == Operator.ELEMENT_DIVIDE ? next : null;
                Rules rules = rules(next);
                left = new OperationNode(next.at(), operator, left, slash == null ? signed() : divisor(), -1, rules);
            } else if (operands.startsFactor()) {
                cursor.operation(next.at());
                implicitAllowed(next);
                boolean sum = operands.sums.stands();
                if (slash != null && !sum) {
                    throw ambiguity.quotient(from, slash);
                }
                if (bareExponentEnd == cursor.position() && !sum) {
                    throw ambiguity.power(from);
                }
                Rules rules = cursor.dialect() == Dialect.PAPER ? cursor.rules() : Rules.AGREEING;
                left = new OperationNode(next.at(), Operator.TIMES, left, power(), -1, rules);
            } else {
                return left;
            }
        }
    }

    private Node divisor() {
        boolean before = tight;
        tight = true;
        Node node = signed();
        tight = before;
        return node;
    }

    /** What a sum sign sums: all factors that follow, or only one where it is tight. */
    Node terms() {
        if (!tight) {
            return product();
        }
        Node terms = power();
        tightSumEnd = cursor.position();
        return terms;
    }

    private void implicitAllowed(Token next) {
        Token previous = cursor.previous();
        if (next.kind() == Kind.NUMBER) {
            boolean afterNameOrGroup = previous.kind() == Kind.NAME || previous.is(")");
            boolean glued = next.text().startsWith(".") && previous.touches(next);
            if (!afterNameOrGroup || glued) {
                throw ExpressionException.of(
                        next.at(), "expression.two-numbers", cursor.slice(previous.at(), previous.end()), next.text());
            }
        }
        if (!cursor.vocabulary.isRich()) {
            throw ExpressionException.of(
                            next.at(),
                            "expression.product-not-written",
                            cursor.slice(previous.at(), previous.end()),
                            cursor.slice(next.at(), next.end()))
                    .offering(new Edit(previous.end(), next.at(), "*"));
        }
    }

    Node signed() {
        Token sign = cursor.peek();
        if (!sign.is("-") && !sign.is("+")) {
            return power();
        }
        cursor.take();
        cursor.enter();
        cursor.operation(sign.at());
        Node operand = signed();
        cursor.leave();
        return sign.is("+") ? operand : new NegationNode(sign.at(), false, operand);
    }

    /** An operand with its power; powers go from right to left. */
    Node power() {
        Node base = operands.operand();
        Token caret = cursor.peek();
        if (!caret.is("^") && !caret.is(".^") && !caret.is("**")) {
            return base;
        }
        cursor.take();
        cursor.enter();
        cursor.operation(caret.at());
        Operator operator = caret.is("^") ? Operator.POWER : Operator.ELEMENT_POWER;
        Rules rules = cursor.rules();
        Node node = new OperationNode(caret.at(), operator, base, exponent(), cursor.site(), rules);
        cursor.leave();
        return node;
    }

    private Node exponent() {
        boolean before = tight;
        tight = true;
        Node exponent = tightExponent();
        tight = before;
        return exponent;
    }

    /** Whether LaTeX raises this whole word without braces: a letter, a digit or a command. */
    private boolean isOneSign(Token token) {
        String written = cursor.slice(token.at(), token.end());
        return token.text().length() == 1 || COMMAND.matcher(written).matches();
    }

    private Node tightExponent() {
        Token sign = cursor.peek();
        if (sign.is("-") || sign.is("+")) {
            cursor.take();
            cursor.enter();
            cursor.operation(sign.at());
            Node exponent = tightExponent();
            cursor.leave();
            return sign.is("+") ? exponent : new NegationNode(sign.at(), false, exponent);
        }
        int from = cursor.position();
        Node exponent = sign.is("{") ? operands.group("{", "}") : power();
        boolean one = cursor.isLatex() && cursor.position() == from + 1 && isOneSign(cursor.at(from));
        if (!one && !operands.endsWithGroup(sign)) {
            bareExponentEnd = cursor.position();
        }
        return exponent;
    }
}
