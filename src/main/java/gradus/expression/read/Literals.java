package gradus.expression.read;

import gradus.expression.node.NumberNode;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Printing;
import gradus.expression.value.Rounding;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads numbers and constants. */
final class Literals {
    private static final int EXACT_DIGITS = 15;
    private static final int EXACT_SCALE = 22;
    private static final double[] POWERS_OF_TEN = new double[EXACT_SCALE + 1];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i <= EXACT_SCALE; i++) {
            POWERS_OF_TEN[i] = 10 * POWERS_OF_TEN[i - 1];
        }
    }

    private Literals() {}

    static NumberNode number(Token token) {
        NumberValue value = value(token);
        String text = value.value() == Math.rint(value.value()) && Math.abs(value.value()) < 1e15
                ? Printing.number(value.value())
                : token.text();
        return new NumberNode(token.at(), value, text, Printing.latexNumber(text.toLowerCase(Locale.ROOT)));
    }

    private static NumberValue value(Token token) {
        NumberValue simple = simple(token.text());
        if (simple != null) {
            return simple;
        }
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw ExpressionException.of(token.at(), "expression.too-large", token.text());
        }
        boolean exact = value != 0 && token.text().length() < 40
                ? new BigDecimal(value).compareTo(new BigDecimal(token.text())) == 0
                : isZero(token.text());
        return new NumberValue(value, exact ? 0 : Math.max(Math.abs(value) * (Rounding.ULP / 2), Double.MIN_VALUE));
    }

    private static boolean isZero(String text) {
        return text.chars().takeWhile(c -> c != 'e' && c != 'E').noneMatch(c -> c >= '1' && c <= '9');
    }

    /** A number of few digits without an exponent: both parts are exact, so one division rounds correctly. */
    private static @Nullable NumberValue simple(String text) {
        long digits = 0;
        int scale = -1;
        if (text.length() > EXACT_DIGITS) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                scale = 0;
            } else if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                scale += scale < 0 ? 0 : 1;
            } else {
                return null;
            }
        }
        if (scale <= 0) {
            return new NumberValue(digits, 0);
        }
        double value = digits / POWERS_OF_TEN[scale];
        return new NumberValue(value, Rounding.ofQuotient(digits, POWERS_OF_TEN[scale], value));
    }

    /** The constant with this folded name, or null. */
    static @Nullable NumberNode constant(String name, int at) {
        return switch (name) {
            case "e" -> new NumberNode(at, new NumberValue(Math.E, Math.E * (Rounding.ULP / 2)), "e", "e");
            case "pi" -> new NumberNode(at, new NumberValue(Math.PI, Math.PI * (Rounding.ULP / 2)), "pi", "\\pi");
            default -> null;
        };
    }

    /** The truth value with this word, or null. */
    static @Nullable NumberNode truth(String name, int at) {
        return switch (name) {
            case "true", "True" -> new NumberNode(at, NumberValue.ONE, "true", "1");
            case "false", "False" -> new NumberNode(at, NumberValue.ZERO, "false", "0");
            default -> null;
        };
    }
}
