package gradus.question;

import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Printing;
import gradus.expression.value.Scope;
import gradus.expression.value.TensorValue;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import gradus.maths.Steps;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The texts of a question that contain placeholders {@code {{…}}} for values of a variant, parsed once. */
public final class QuestionTexts {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /**
     * The significant digits of a number in a text: more than students compute with, too few for rounding errors to
     * show.
     */
    private static final int DIGITS = 12;

    private final Map<String, List<Piece>> byText = new HashMap<>();

    private sealed interface Piece {
        record Words(String words) implements Piece {}

        record Hole(Expression expression, boolean maths) implements Piece {}
    }

    /** How the worked steps in a text are written, one after the other. */
    @FunctionalInterface
    private interface Illustration {
        /** As formulas alone. */
        Illustration PLAIN = (steps, rounded) -> rounded.apply(steps.markdown());

        /** @param rounded a text with its numbers rounded as is due */
        String of(Steps steps, UnaryOperator<String> rounded);

        /** With pictures; what stands in the steps before already is put away. */
        static Illustration in(Locale language) {
            Set<String> known = new HashSet<>();
            return (steps, rounded) -> steps.illustrated(language, known, rounded);
        }
    }

    /** Receives problems of a text with their offsets. */
    public interface Report {
        void unclosed(int at);

        void broken(int at, ExpressionException problem);
    }

    /** Parses a text if it contains placeholders. */
    public void add(String text, Vocabulary vocabulary, Report report) {
        if (!text.contains(OPEN) || byText.containsKey(text)) {
            return;
        }
        List<Piece> pieces = new ArrayList<>();
        MathsMode mode = new MathsMode();
        int done = 0;
        for (int open = hole(text, 0); open >= 0; open = hole(text, done)) {
            int from = open + OPEN.length();
            int close = text.indexOf(CLOSE, from);
            if (close < 0) {
                report.unclosed(open);
                return;
            }
            // of }}} the first brace still belongs to the expression: {{1{x>0}}}
            while (close + CLOSE.length() < text.length() && text.charAt(close + CLOSE.length()) == '}') {
                close++;
            }
            String words = text.substring(done, open);
            mode.pass(words);
            pieces.add(new Piece.Words(words));
            try {
                Expression expression = Expression.parse(text.substring(from, close), vocabulary);
                pieces.add(new Piece.Hole(expression, mode.isMaths()));
            } catch (ExpressionException broken) {
                report.broken(from + broken.at(), broken);
                return;
            }
            done = close + CLOSE.length();
        }
        pieces.add(new Piece.Words(text.substring(done)));
        byText.put(text, pieces);
    }

    private static int hole(String text, int from) {
        return text.indexOf(OPEN, from);
    }

    /** The folded names used in the placeholders of all texts. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        for (List<Piece> pieces : byText.values()) {
            for (Piece piece : pieces) {
                if (piece instanceof Piece.Hole hole) {
                    names.addAll(hole.expression().names());
                }
            }
        }
        return names;
    }

    /** The worked solution of a variant, whose numbers have no more digits than its keys. */
    String solution(Variant variant, Locale language, boolean drawn) {
        Text text = variant.question().solution();
        Illustration steps = drawn ? Illustration.in(language) : Illustration.PLAIN;
        return text == null ? "" : fill(text.in(language), variant.scope(), new ShownDigits(variant), true, steps);
    }

    /** A text with the values of a variant. */
    String fill(Variant variant, Text text, Locale language) {
        return fill(text.in(language), variant.scope(), new ShownDigits(variant), false, Illustration.in(language));
    }

    /**
     * The text with its placeholders filled in.
     *
     * @param digits how many digits worked steps have
     * @param shortened whether what is computed has no more digits than that either
     * @param illustration how worked steps are written
     */
    private String fill(String text, Scope scope, ShownDigits digits, boolean shortened, Illustration illustration) {
        List<Piece> pieces = byText.get(text);
        if (pieces == null) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Words words) {
                filled.append(words.words());
            } else if (piece instanceof Piece.Hole hole) {
                Set<String> names = Set.copyOf(hole.expression().names());
                if (hole.expression().isSteps()) {
                    filled.append(illustration.of(
                            hole.expression().steps(scope),
                            part -> Numbers.rounded(part, digits.of(names), digits.given())));
                } else {
                    Value value = hole.expression().evaluate(scope);
                    boolean computed = shortened && !digits.areGiven(names);
                    filled.append(print(value, computed ? digits.of(names) : DIGITS, hole.maths()));
                }
            }
        }
        return filled.toString();
    }

    /**
     * A value as LaTeX between dollars; elsewhere texts and numbers as they are, and anything else between dollars of
     * its own.
     */
    private static String print(Value exact, int digits, boolean maths) {
        Value value = shortened(exact, new MathContext(digits));
        if (value instanceof TextValue text) {
            return maths ? "\\text{" + text.text() + "}" : text.text();
        }
        if (maths) {
            return Printing.latex(value);
        }
        return value.isNumeric() && value.asTensor().rank() == 0
                ? Printing.plain(value)
                : "$" + Printing.latex(value) + "$";
    }

    /** The value with its numbers rounded, so that 0.1+0.2 shows as 0.3. */
    private static Value shortened(Value value, MathContext digits) {
        if (value instanceof NumberValue number) {
            return NumberValue.exactly(shortened(number.value(), digits));
        }
        return value instanceof TensorValue tensor
                ? TensorValue.exactly(tensor.tensor().map(cell -> shortened(cell, digits)))
                : value;
    }

    private static double shortened(double number, MathContext digits) {
        boolean whole = number == Math.rint(number);
        return whole || !Double.isFinite(number)
                ? number
                : new BigDecimal(number).round(digits).doubleValue();
    }

    /** Tracks whether the reader's position lies between dollars. */
    private static final class MathsMode {
        private boolean maths;

        void pass(String words) {
            for (int i = 0; i < words.length(); i++) {
                if (words.charAt(i) == '\\') {
                    i++;
                } else if (words.charAt(i) == '$') {
                    maths = !maths;
                    if (i + 1 < words.length() && words.charAt(i + 1) == '$') {
                        i++;
                    }
                }
            }
        }

        boolean isMaths() {
            return maths;
        }
    }
}
