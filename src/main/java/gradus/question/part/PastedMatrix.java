package gradus.question.part;

import gradus.expression.read.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pasted matrix in one notation: tuples and braces as brackets, what libraries print around it and a trailing comma of
 * every row as spaces, each character in its place.
 *
 * @param turned whether a transpose stands behind it
 */
record PastedMatrix(PlainText typed, boolean turned) {
    private static final Pattern TRANSPOSE = Pattern.compile(
            "\\.T|\\.t\\(\\)|\\.transpose\\(\\)|'|\\^?[⊤ᵀ]"
                    + "|\\^\\{?\\s?(?:T|⊤|\\\\top|\\\\intercal|\\\\(?:mathsf|mathrm|text|rm)\\s?(?:T|\\{\\s?T\\s?\\}))\\s?\\}?");
    private static final int LONGEST_TRANSPOSE = 20;
    private static final String SPECIAL = "({<'T⊤ᵀ:\\";
    private static final Pattern LEFT_SIDE =
            Pattern.compile("\\s{0,20}[A-Za-z]\\w{0,40}'?\\s{0,20}:?=(?=\\s{0,20}[\\[({\\\\a-zA-Z$])");
    private static final Pattern SIZES =
            Pattern.compile("(?<!\\\\)\\\\(?:left|right|[bB]igg?[lr]?|quad|qquad)(?![A-Za-z])|(?<!\\\\)\\\\[,;:! ]");
    private static final Pattern ANGLES = Pattern.compile(
            "(⟨|〈|\\\\langle(?![A-Za-z])|\\\\lbrack(?![A-Za-z])|\\\\\\{)|⟩|〉|\\\\rangle(?![A-Za-z])|\\\\rbrack(?![A-Za-z])|\\\\\\}");
    private static final String[] PRINTED = {"Parameter containing:"};

    static PastedMatrix of(PlainText typed) {
        String text = typed.text();
        boolean special = text.indexOf('⟨') >= 0 || text.indexOf('〈') >= 0;
        for (int i = 0; i < text.length() && !special; i++) {
            special = SPECIAL.indexOf(text.charAt(i)) >= 0;
        }
        char[] plain = text.toCharArray();
        if (text.indexOf("\\begin") < 0) {
            withoutSizes(plain, text);
        }
        if (text.indexOf('=') > 0) {
            withoutLeftSide(plain, text);
        }
        boolean turned = special && withoutPrint(plain, text) & withoutTranspose(plain);
        if (special && text.indexOf("\\begin") < 0) {
            bracketed(plain);
        }
        trailingCommas(plain);
        return new PastedMatrix(typed.withSameLength(new String(plain)), turned);
    }

    /** Blanks what LaTeX says of the size of brackets and of spaces, and makes its angles and its escaped braces brackets. */
    private static void withoutSizes(char[] plain, String text) {
        Matcher size = SIZES.matcher(text);
        while (size.find()) {
            blank(plain, size.start(), size.end());
        }
        Matcher angle = ANGLES.matcher(text);
        while (angle.find()) {
            blank(plain, angle.start(), angle.end());
            plain[angle.start()] = angle.group(1) == null ? ')' : '(';
        }
    }

    /** Blanks the name that a pasted line of a program gives the matrix: {@code A = [[1, 2]]}. */
    private static void withoutLeftSide(char[] plain, String text) {
        Matcher name = LEFT_SIDE.matcher(text);
        if (name.lookingAt()) {
            blank(plain, 0, name.end());
        }
    }

    /** Blanks {@code <tf.Tensor: …, numpy=} with its {@code >}, and words above a tensor; always true. */
    private static boolean withoutPrint(char[] plain, String text) {
        int from = NumberReader.start(text, 0, text.length());
        int numpy = text.indexOf("numpy=");
        int end = NumberReader.end(text, from, text.length());
        if (text.startsWith("<tf.", from) && numpy > 0 && text.charAt(end - 1) == '>') {
            blank(plain, from, numpy + "numpy=".length());
            blank(plain, end - 1, end);
        }
        for (String words : PRINTED) {
            if (text.startsWith(words, from)) {
                blank(plain, from, from + words.length());
            }
        }
        return true;
    }

    private static void blank(char[] plain, int from, int to) {
        for (int i = from; i < to; i++) {
            plain[i] = ' ';
        }
    }

    /** Blanks a transpose behind the last bracket; whether one stood there. */
    private static boolean withoutTranspose(char[] plain) {
        String text = new String(plain);
        int end = NumberReader.end(text, 0, text.length());
        while (end > 0 && ";$ ".indexOf(text.charAt(end - 1)) >= 0 || end > 1 && closesDisplay(text, end)) {
            end -= text.charAt(end - 1) == ')' || text.charAt(end - 1) == ']' ? 2 : 1;
        }
        for (int from = Math.max(1, end - LONGEST_TRANSPOSE); from < end; from++) {
            int before = NumberReader.end(text, 0, from);
            if (before > 0
                    && "])}".indexOf(text.charAt(before - 1)) >= 0
                    && TRANSPOSE.matcher(text).region(from, end).matches()) {
                blank(plain, from, end);
                return true;
            }
        }
        return false;
    }

    private static boolean closesDisplay(String text, int end) {
        return text.charAt(end - 2) == '\\' && ")]".indexOf(text.charAt(end - 1)) >= 0;
    }

    /** Turns tuples with a comma or semicolon, and braces that hold a list, into brackets. */
    private static void bracketed(char[] plain) {
        Deque<Integer> opened = new ArrayDeque<>();
        boolean[] commas = new boolean[plain.length + 1];
        char before = ' ';
        boolean[] lists = new boolean[plain.length];
        for (int i = 0; i < plain.length; i++) {
            char c = plain[i];
            if (c == '(' || c == '{' || c == '[') {
                boolean nextRow = before == ']' && plain[i - 1] <= ' ';
                lists[i] = nextRow || " ([{,;".indexOf(before) >= 0;
                opened.push(i);
            } else if ((c == ')' || c == '}' || c == ']') && !opened.isEmpty()) {
                int open = opened.pop();
                boolean pair = plain[open] == '(' ? c == ')' && commas[open] : plain[open] == '{' && c == '}';
                if (pair && lists[open]) {
                    plain[open] = '[';
                    plain[i] = ']';
                }
            } else if ((c == ',' || c == ';') && !opened.isEmpty()) {
                commas[opened.peek()] = true;
            }
            before = c > ' ' ? plain[i] : before;
        }
    }

    /** Blanks the comma behind the last cell where every row has one, in brackets and in plain rows. */
    private static void trailingCommas(char[] plain) {
        if (everyRowEndsInComma(plain, false)) {
            everyRowEndsInComma(plain, true);
        }
    }

    /**
     * Whether every row ends in a comma.
     *
     * @param blanked whether those commas become spaces; only where they are known to end every row
     */
    private static boolean everyRowEndsInComma(char[] plain, boolean blanked) {
        boolean brackets = false;
        for (int i = 0; i < plain.length && !brackets; i++) {
            brackets = plain[i] == '[';
        }
        int depth = 0;
        int last = -1;
        for (int i = 0; i <= plain.length; i++) {
            char c = i == plain.length ? '\n' : plain[i];
            boolean ends = c == ']' || c == ';' && depth <= 1 || (c == '\n' || c == '\r') && !brackets;
            if (ends && last >= 0) {
                if (plain[last] != ',') {
                    return false;
                }
                plain[last] = blanked ? ' ' : ',';
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            boolean outside = brackets && depth == 0;
            last = ends || c == '[' || outside ? -1 : c > ' ' ? i : last;
        }
        return true;
    }
}
