package gradus.expression.read;

import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;

/** Texts that can be read in two ways; the message spells out both. */
final class Ambiguity {
    private final Cursor cursor;
    private final Factors factors;

    Ambiguity(Cursor cursor, Factors factors) {
        this.cursor = cursor;
        this.factors = factors;
    }

    /** The ambiguity of a factor after a quotient without a times sign. */
    ExpressionException quotient(int from, Token slash) {
        int at = cursor.peek().at();
        String numerator = cursor.slice(from, slash.at());
        String divisor = cursor.slice(slash.end(), at);
        factors.power();
        String factor = cursor.slice(at, cursor.previous().end());
        return of(
                at,
                from,
                cursor.slice(from, cursor.previous().end()),
                numerator + "/(" + divisor + "*" + factor + ")",
                "(" + numerator + "/" + divisor + ")*" + factor);
    }

    /** The ambiguity of a factor after a sum sign in a divisor. */
    ExpressionException sum(int from, Token slash) {
        int at = cursor.peek().at();
        String numerator = cursor.slice(from, slash.at());
        String sum = cursor.slice(slash.end(), at);
        Token sign = cursor.peek();
        if (sign.kind() == Kind.SYMBOL && factors.productOperator(sign) != null) {
            cursor.take();
        }
        factors.signed();
        String more = cursor.slice(at, cursor.previous().end());
        String written = sign.kind() == Kind.SYMBOL && factors.productOperator(sign) != null ? more : "*" + more;
        return of(
                at,
                from,
                cursor.slice(from, cursor.previous().end()),
                numerator + "/(" + sum + written + ")",
                "(" + numerator + "/" + sum + ")" + written);
    }

    /** The ambiguity of a factor after an exponent without brackets. */
    ExpressionException power(int from) {
        int at = cursor.peek().at();
        String power = cursor.slice(from, at);
        factors.power();
        String factor = cursor.slice(at, cursor.previous().end());
        int caret = power.lastIndexOf('^');
        String base = power.substring(0, Math.max(0, caret));
        return of(
                at,
                from,
                cursor.slice(from, cursor.previous().end()),
                base + "^(" + power.substring(caret + 1) + "*" + factor + ")",
                power + "*" + factor);
    }

    /** The error for a text that can be read in two ways from a position on, with both spelt out. */
    static ExpressionException of(int at, int from, String text, String first, String second) {
        int to = from + text.length();
        return ExpressionException.of(at, "expression.ambiguous", text, first, second)
                .offering(new Edit(from, to, first), new Edit(from, to, second));
    }
}
