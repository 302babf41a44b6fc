package gradus.question.part;

import gradus.expression.read.PlainText;
import java.util.regex.Pattern;

/** The call that a library's notation puts around a list: {@code np.array([…], dtype=float)}, {@code torch.tensor([…])}. */
record MatrixWrapper(int from, int to) {
    /** The names of such calls, each between spaces. */
    static final String CONSTRUCTORS =
            " array asarray matrix mat Matrix tensor Tensor as_tensor DoubleTensor FloatTensor LongTensor IntTensor constant Array"
                    + " DeviceArray ndarray Variable ";

    private static final int LONGEST_OPTIONS = 200;
    private static final Pattern OPTIONS = Pattern.compile(
            "(?:\\s{0,20},\\s{0,20}(?:\\w{1,40}\\s?=\\s?(?:<[\\w.:' ]{1,60}>|\\([\\w., ]{0,60}\\)|[\\w.'\":()-]{1,40})|(?:np\\.|torch\\.)?(?:float|int|double)\\d{0,2})){0,10}\\s{0,20},?\\s{0,20}");

    /** Whether a name stands here, so that only a call can be meant. */
    static boolean startsAt(String text, int at, int end) {
        int open = nameEnd(text, at, end);
        return open > at && open < end && text.charAt(open) == '(' && isConstructor(text.substring(at, open));
    }

    /** What stands between the parentheses, without the options behind the list. */
    static MatrixWrapper around(PlainText typed, int at, int end) throws Unreadable {
        String text = typed.text();
        int open = nameEnd(text, at, end);
        int from = NumberReader.start(text, open + 1, end);
        int close = text.charAt(end - 1) == ';' ? NumberReader.end(text, open, end - 1) : end;
        if (text.charAt(close - 1) != ')') {
            throw Unreadable.at(typed.originalOffset(open), "grading.parenthesis-not-closed");
        }
        int to = text.lastIndexOf(']', close - 1) + 1;
        if (from == close - 1 || text.charAt(from) != '[' || to <= from) {
            throw Unreadable.at(typed.originalOffset(from), "grading.list-expected");
        }
        String options = text.substring(to, close - 1);
        if (!options.isBlank() && !isOptions(options)) {
            throw Unreadable.at(typed.originalOffset(NumberReader.start(text, to, close)), "grading.after-bracket");
        }
        return new MatrixWrapper(from, to);
    }

    private static boolean isConstructor(String name) {
        return CONSTRUCTORS.contains(" " + name.substring(name.lastIndexOf('.') + 1) + " ");
    }

    /** {@code , dtype=torch.float64, grad_fn=<AddBackward0>, shape=(2, 2)}; a comma alone is Python's trailing one. */
    private static boolean isOptions(String options) {
        return options.length() <= LONGEST_OPTIONS && OPTIONS.matcher(options).matches();
    }

    private static int nameEnd(String text, int at, int end) {
        int i = at;
        while (i < end && (Character.isLetterOrDigit(text.charAt(i)) || "._".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }
}
