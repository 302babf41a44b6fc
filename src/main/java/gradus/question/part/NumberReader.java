package gradus.question.part;

import gradus.expression.Expression;
import gradus.expression.function.Library;
import gradus.expression.function.Spellings.Use;
import gradus.expression.read.PlainText;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads numbers as people type them: {@code 3}, {@code -.5}, {@code 2.5×10^3}, {@code 62,958}, {@code (5*5*3+1)*8}.
 *
 * <p>A literal is read straight away; whatever is more goes through the parser of expressions with the few names that
 * arithmetic has. In cells a comma always separates, so there it groups no digits.
 */
final class NumberReader {
    /** Characters of one number; more is no number that a person meant. */
    private static final int MAX_LENGTH = 2_000;

    /** A number between LaTeX's dollars. */
    private static final Pattern DISPLAYED = Pattern.compile("\\$[^$]*\\$|\\$\\$[^$]*\\$\\$");

    private static final Set<String> CONSTANTS = Set.of("pi", "π", "e");

    /** What may stand in a number by its name. */
    private static final String NAMED = Stream.concat(
                    CONSTANTS.stream(), Library.primitives().used(Use.IN_NUMBERS).stream())
            .collect(Collectors.joining("|", "(?:", ")(?!\\p{L})"));

    /**
     * The letter x for the times sign, between factors of a number; what begins with 0x is no number. Behind a constant a space
     * keeps it from being a letter of a word.
     */
    private static final Pattern CROSS =
            Pattern.compile("((?<=[0-9.)])(?!(?<=(?:^|[^0-9.])0)[xX])\\s{0,9}|(?<=(?<!\\p{L})(?:pi|π|e))\\s{1,9})"
                    + "[xX](\\s{0,9})(?=[0-9.(√]|" + NAMED + ")");

    /** Two runs of digits joined by a raised point: a decimal to some, a product to others. */
    private static final Pattern POINTED = Pattern.compile("([-+−]?\\p{Nd}+)[·∙⋅•‧ㆍ・](\\p{Nd}+)");

    /** The name that an equation gives the number, or none: {@code x = 3}, {@code = 3}. */
    private static final Pattern LEFT_SIDE =
            Pattern.compile("\\s*(?:\\\\?[A-Za-z\\p{IsGreek}][\\w{}]{0,40}'?\\s*:?)?=(?=[^=]*$)");

    /** A number and words behind it, which may be a unit: {@code 3 cm}, {@code 7/8 kB}, {@code 10개}, {@code 5 %}. */
    private static final Pattern UNIT =
            Pattern.compile("([-+−\\d.,*/^()×÷·√\\s]*[\\d.)])\\s*+([%‰°\\p{L}][\\p{L}%°²³/.\\s-]{0,40}+)");

    private static final Pattern WORDS = Pattern.compile("(?=.*\\p{L})[\\p{L}\\s/.,'’?!-]++", Pattern.DOTALL);
    private static final Pattern DASHES = Pattern.compile("[-−–?]++");

    private NumberReader() {}

    /** The number that a whole text is, not blank. */
    static double number(PlainText typed) throws Unreadable {
        PlainText plain = Copied.withoutTypes(typed);
        String text = plain.text();
        Matcher left = LEFT_SIDE.matcher(text);
        int from = start(text, text.indexOf('=') >= 0 && left.lookingAt() ? left.end() : 0, text.length());
        return read(plain, from, end(text, from, text.length()));
    }

    /** The number in a cell that fills this stretch of the text, without spaces around it. */
    static double cell(PlainText typed, int from, int to) throws Unreadable {
        double plain = PlainDecimal.read(typed.text(), from, to);
        if (!Double.isNaN(plain)) {
            return plain;
        }
        int comma = typed.text().indexOf(',', from);
        if (comma >= 0 && comma < to) {
            throw Unreadable.at(typed.originalOffset(comma), "grading.comma-in-cell");
        }
        return read(typed, from, to);
    }

    private static double read(PlainText typed, int from, int to) throws Unreadable {
        double plain = PlainDecimal.read(typed.text(), from, to);
        if (!Double.isNaN(plain)) {
            return plain;
        }
        if (to - from > MAX_LENGTH) {
            throw Unreadable.at(typed.originalOffset(from), "grading.number-too-long", MAX_LENGTH);
        }
        String text = typed.text().substring(from, to);
        int dollar = text.indexOf('$');
        if (dollar >= 0 && !DISPLAYED.matcher(text).matches()) {
            throw Unreadable.at(typed.originalOffset(from + dollar), "grading.dollar");
        }
        pointed(typed, from, to);
        try {
            Value value = Expression.parse(CROSS.matcher(text).replaceAll("$1*$2"), Vocabulary.arithmetic())
                    .evaluate(Scope.EMPTY);
            if (!(value instanceof NumberValue number)) {
                throw Unreadable.at(typed.originalOffset(from), "grading.not-one-number");
            }
            if (!number.isFinite()) {
                throw Unreadable.at(typed.originalOffset(from), "grading.not-finite");
            }
            return number.value();
        } catch (ExpressionException wrong) {
            int at = Math.max(from, Math.min(from + wrong.at(), to));
            wordless(typed, from, to, wrong);
            throw new Unreadable(typed.originalOffset(at), wrong.problem())
                    .offering(wrong.edits().stream()
                            .map(edit -> whole(typed, from + edit.from(), from + edit.to(), edit.text()))
                            .toList());
        }
    }

    /** Where words stand in a number's place, or a unit behind one, says that, rather than that their letters mean nothing. */
    private static void wordless(PlainText typed, int from, int to, ExpressionException wrong) throws Unreadable {
        String text = typed.text().substring(from, to);
        Matcher unit = UNIT.matcher(text);
        if (unit.matches() && !isFactor(unit.group(2))) {
            throw Unreadable.at(typed.originalOffset(from + unit.start(2)), "grading.unit", unit.group(2))
                    .offering(List.of(whole(typed, from + unit.end(1), to, "")));
        }
        boolean nothingNear = wrong.problem().key().equals("expression.unknown-name")
                || wrong.problem().key().equals("expression.hangul");
        if (DASHES.matcher(text).matches() || nothingNear && WORDS.matcher(text).matches()) {
            throw Unreadable.at(typed.originalOffset(from), "grading.no-number");
        }
    }

    /** Whether a word behind a number lacks no more than its sign of a product. */
    private static boolean isFactor(String word) {
        return CONSTANTS.contains(word) || Vocabulary.arithmetic().allows(word);
    }

    /** The whole response with other words in the place of a stretch of its plain text. */
    private static String whole(PlainText typed, int from, int to, String words) {
        return new Edit(typed.originalOffset(from), typed.originalOffset(to), words).of(typed.original());
    }

    private static void pointed(PlainText typed, int from, int to) throws Unreadable {
        String written = typed.original().substring(typed.originalOffset(from), typed.originalOffset(to));
        Matcher point = POINTED.matcher(written);
        if (point.matches()) {
            String decimal = point.group(1) + "." + point.group(2);
            String product = point.group(1) + "*" + point.group(2);
            throw Unreadable.at(typed.originalOffset(from), "expression.ambiguous", written, decimal, product)
                    .offering(List.of(whole(typed, from, to, decimal), whole(typed, from, to, product)));
        }
    }

    /** Where the first character that is no space stands. */
    static int start(String text, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    /** Where the last character that is no space ends. */
    static int end(String text, int from, int to) {
        int i = to;
        while (i > from && text.charAt(i - 1) <= ' ') {
            i--;
        }
        return i;
    }
}
