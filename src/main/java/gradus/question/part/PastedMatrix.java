package gradus.question.part;

import gradus.expression.read.PlainText;
import gradus.maths.Tensor;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pasted matrix in one notation: tuples and braces as brackets, what libraries print around it and a trailing comma of
 * every row as spaces, each character in its place.
 *
 * @param turned whether a transpose stands behind it
 * @param reshaped the shape that a call behind it gives it, with −1 for what remains; null where there is none
 */
record PastedMatrix(
        PlainText typed, boolean turned, @Nullable List<Integer> reshaped) {
    private static final Pattern TRANSPOSE = Pattern.compile(
            "\\.T|\\.?'|\\.t\\(\\)|\\.transpose\\(\\)|\\^?[⊤ᵀ]"
                    + "|\\^\\{?\\s?(?:T|⊤|\\\\top|\\\\intercal|\\\\(?:mathsf|mathrm|text|rm)\\s?(?:T|\\{\\s?T\\s?\\}))\\s?\\}?");
    private static final int LONGEST_TRANSPOSE = 20;
    private static final String SPECIAL = "({<'T⊤ᵀ:\\|⟨〈";
    private static final Pattern LEFT_SIDE = Pattern.compile("\\s{0,20}(?:\\\\?[A-Za-z\\p{IsGreek}]\\w{0,40}+"
            + "|\\\\(?:math(?:rm|bf|it|sf|bb|cal)|boldsymbol|bm|vec|hat|text)\\s?\\{[^{}=]{1,40}\\}(?:_\\w{1,10})?)"
            + "(?:_\\{\\w{1,10}\\}|\\^\\{?[\\[(]?\\w{1,3}[\\])]?\\}?|'|\\s){0,20}+&?:?=&?"
            + "(?=\\s{0,40}[-+.\\d\\[({\\\\a-zA-Z$⎡⎛])");
    private static final Pattern SIZES =
            Pattern.compile("(?<!\\\\)\\\\(?:left|right|[bB]igg?[lr]?|quad|qquad)(?![A-Za-z])|(?<!\\\\)\\\\[,;:! ]");
    private static final Pattern ANGLES = Pattern.compile(
            "(⟨|〈|\\\\langle(?![A-Za-z])|\\\\lbrack(?![A-Za-z])|\\\\\\{)|⟩|〉|\\\\rangle(?![A-Za-z])|\\\\rbrack(?![A-Za-z])|\\\\\\}");
    /** A vector between signs for less and greater: {@code <1, 2, 3>}. */
    private static final Pattern LESS_AND_GREATER = Pattern.compile("\\s*+<[-+.\\d][^<>a-zA-Z]*+>\\s*+");

    /** What a tuple holds whose numbers only spaces separate: {@code (1 2 3)}. */
    private static final Pattern SPACED = Pattern.compile("\\s*+\\([-+.\\deE\\s]*+\\)\\s*+");

    private static final int LONGEST_METHODS = 120;
    private static final Pattern METHODS = Pattern.compile(
            "(?<=[\\])}]\\s?)(?:\\.(?:float|double|numpy|tolist|detach|cpu|copy|clone|squeeze)\\(\\)"
                    + "|\\.(?:astype|to)\\([\\w.'\"]{1,20}\\)"
                    + "|\\.(?:reshape|view)\\(\\s?[(\\[]?\\s?(-?\\d{1,4}(?:\\s?,\\s?-?\\d{1,4}){0,3})\\s?,?\\s?[)\\]]?\\s?\\))+(?=[\\s;$]*$)");
    private static final char FIRST_DRAWN = '⎛';
    private static final char LAST_DRAWN = '⎭';
    private static final String[] PRINTED = {"Parameter containing:"};

    static PastedMatrix of(PlainText typed) {
        String text = typed.text();
        boolean special = false;
        boolean drawn = false;
        for (int i = 0; i < text.length() && !(special && drawn); i++) {
            char c = text.charAt(i);
            if (c >= '*' && c <= '9' || c == ' ') {
                continue;
            }
            special |= SPECIAL.indexOf(c) >= 0;
            drawn |= c == '|' || c >= FIRST_DRAWN && c <= LAST_DRAWN;
        }
        char[] plain = text.toCharArray();
        if (drawn) {
            DrawnRows.blank(plain);
        }
        boolean latex = text.indexOf("\\begin") >= 0;
        if (latex && (text.indexOf("matrix") >= 0 || text.indexOf("{array") >= 0)) {
            PastedLatex.bare(plain, text);
        } else if (special && !latex) {
            withoutSizes(plain, text);
        }
        if (text.indexOf('=') > 0) {
            withoutLeftSide(plain, new String(plain));
        }
        boolean turned = special && withoutPrint(plain, text) & withoutTranspose(plain);
        List<Integer> reshaped = special ? withoutMethods(plain) : null;
        if (special && !latex) {
            bracketed(plain);
        }
        trailingCommas(plain);
        return new PastedMatrix(typed.withSameLength(new String(plain)), turned, reshaped);
    }

    /** Blanks methods that leave the numbers as they are, and says which shape they give. */
    private static @Nullable List<Integer> withoutMethods(char[] plain) {
        String text = new String(plain);
        int tail = Math.max(0, text.length() - LONGEST_METHODS);
        Matcher methods = METHODS.matcher(text).region(tail, text.length());
        if (text.lastIndexOf('.') < tail || !methods.find()) {
            return null;
        }
        blank(plain, methods.start(), methods.end());
        return methods.group(1) == null
                ? null
                : Arrays.stream(methods.group(1).split(","))
                        .map(axis -> Integer.valueOf(axis.strip()))
                        .toList();
    }

    /** Blanks what LaTeX says of the size of brackets and of spaces, and makes its angles and its escaped braces brackets. */
    private static void withoutSizes(char[] plain, String text) {
        Matcher size = SIZES.matcher(text);
        while (size.find()) {
            blank(plain, size.start(), size.end());
        }
        if (text.indexOf(',') > 0 && LESS_AND_GREATER.matcher(text).matches()) {
            plain[text.indexOf('<')] = '(';
            plain[text.lastIndexOf('>')] = ')';
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

    /** Whether spaces separate numbers, and no sign that might join them stands between spaces. */
    private static boolean isApart(String text) {
        boolean apart = false;
        for (int i = text.indexOf('(') + 1; i < text.lastIndexOf(')'); i++) {
            boolean space = text.charAt(i) <= ' ' && text.charAt(i + 1) > ' ' && text.charAt(i + 1) != ')';
            boolean sign = space && (text.charAt(i + 1) == '-' || text.charAt(i + 1) == '+');
            if (sign && text.charAt(i + 2) <= ' ') {
                return false;
            }
            apart |= space && Character.isDigit(text.charAt(i - 1));
        }
        return apart;
    }

    /** Turns tuples with a comma or semicolon, and braces that hold a list, into brackets. */
    private static void bracketed(char[] plain) {
        String text = new String(plain);
        boolean spaced = SPACED.matcher(text).matches() && isApart(text);
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
                boolean pair =
                        plain[open] == '(' ? c == ')' && (spaced || commas[open]) : plain[open] == '{' && c == '}';
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

    /** The matrix that was read, in the shape that a call behind it gives it, and turned where a transpose stands there. */
    Tensor arranged(Tensor tensor) throws Unreadable {
        Tensor shaped = reshaped == null ? tensor : reshaped(tensor, reshaped);
        return turned ? turned(shaped) : shaped;
    }

    /** The same cells in another shape, of which one axis may be what remains; a list of numbers stays a row. */
    private Tensor reshaped(Tensor tensor, List<Integer> axes) throws Unreadable {
        int known = axes.stream().filter(axis -> axis > 0).reduce(1, (a, b) -> a * b);
        int[] shape = axes.stream()
                .mapToInt(axis -> axis < 0 ? tensor.size() / Math.max(1, known) : axis)
                .toArray();
        if (Arrays.stream(shape).reduce(1, (a, b) -> a * b) != tensor.size()) {
            throw Unreadable.at(typed.originalOffset(typed.text().lastIndexOf('(')), "grading.after-bracket");
        }
        return Tensor.of(shape.length == 1 ? new int[] {1, shape[0]} : shape, tensor.cells());
    }

    /** The transpose of the last two axes; a blank cell stays one. */
    private static Tensor turned(Tensor tensor) throws Unreadable {
        if (tensor.rank() != 2) {
            throw Unreadable.at(0, "expression.transpose-rank", tensor.shapeText());
        }
        int rows = tensor.rows();
        int columns = tensor.columns();
        double[] cells = new double[tensor.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i % columns * rows + i / columns] = tensor.cell(i);
        }
        return Tensor.of(new int[] {columns, rows}, cells);
    }
}
