package gradus.expression.read;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A text with every character in its plain form (full-width forms, digits of any script, the many minus and times
 * signs), and for each the place that it had in the original.
 */
public final class PlainText {
    private static final Map<Integer, Character> PLAIN = new HashMap<>();

    static {
        plain('-', "−–—―‐‑‒﹣➖");
        plain('*', "×·∙⋅∗✕✖⨯╳•ㆍ・");
        plain('/', "÷∕⁄");
        plain('\\', "₩￦");
        plain('\'', "′’‘ʹ`´");
        plain('"', "“”„");
        plain('⊙', "⊙∘◦○⊚⨀");
        plain('e', "ℯⅇ");
        plain('≤', "≤⩽≦");
        plain('≥', "≥⩾≧");
        plain('≠', "≠");
        plain('‖', "‖∥║");
        plain('|', "∣│");
        plain('^', "ˆ");
        plain('ᵀ', "ᵀ");
        plain('x', "ⅹх");
        plain('X', "ⅩХ");
        plain('[', "【〔");
        plain(']', "】〕");
        plain(',', "、");
        plain('<', "〈");
        plain('>', "〉");
    }

    private static final Map<Integer, String> FRACTIONS = Map.ofEntries(
            Map.entry((int) '¼', "(1/4)"),
            Map.entry((int) '½', "(1/2)"),
            Map.entry((int) '¾', "(3/4)"),
            Map.entry((int) '⅓', "(1/3)"),
            Map.entry((int) '⅔', "(2/3)"),
            Map.entry((int) '⅕', "(1/5)"),
            Map.entry((int) '⅖', "(2/5)"),
            Map.entry((int) '⅗', "(3/5)"),
            Map.entry((int) '⅘', "(4/5)"),
            Map.entry((int) '⅙', "(1/6)"),
            Map.entry((int) '⅚', "(5/6)"),
            Map.entry((int) '⅐', "(1/7)"),
            Map.entry((int) '⅛', "(1/8)"),
            Map.entry((int) '⅜', "(3/8)"),
            Map.entry((int) '⅝', "(5/8)"),
            Map.entry((int) '⅞', "(7/8)"),
            Map.entry((int) '⅑', "(1/9)"),
            Map.entry((int) '⅒', "(1/10)"));

    private final String original;
    private final String text;
    private final int[] offsets;

    private PlainText(String original, String text, int[] offsets) {
        this.original = original;
        this.text = text;
        this.offsets = offsets;
    }

    private static void plain(char plain, String forms) {
        forms.codePoints().forEach(form -> PLAIN.put(form, plain));
    }

    public static PlainText of(String original) {
        for (int i = 0; i < original.length(); i++) {
            if (original.charAt(i) >= 0x80) {
                return converted(original);
            }
        }
        return new PlainText(original, original, new int[0]);
    }

    private static PlainText converted(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] offsets = new int[original.length() + 1];
        int at = 0;
        while (at < original.length()) {
            int character = original.codePointAt(at);
            int length = Character.charCount(character);
            String fraction = character < 0x80 ? null : FRACTIONS.get(character);
            String plain = fraction != null && !endsInNumber(text) ? fraction : plain(character);
            if (text.length() + plain.length() >= offsets.length) {
                offsets = Arrays.copyOf(offsets, 2 * offsets.length + plain.length());
            }
            for (int i = 0; i < plain.length(); i++) {
                offsets[text.length() + i] = at;
            }
            text.append(plain);
            at += length;
        }
        offsets[text.length()] = original.length();
        return new PlainText(original, text.toString(), offsets);
    }

    /** Refuses a fraction sign after a number, where it might be a sum or a product. */
    private static boolean endsInNumber(StringBuilder text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return last == '.' || Character.isDigit(last);
    }

    private static String plain(int character) {
        if (character < 0x80) {
            return String.valueOf((char) character);
        }
        Character known = PLAIN.get(character);
        if (known != null) {
            return known.toString();
        }
        if (character >= 0xFF01 && character <= 0xFF5E) {
            return String.valueOf((char) (character - 0xFEE0));
        }
        if (Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER) {
            return String.valueOf((char) ('0' + Character.digit(character, 10)));
        }
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return " ";
        }
        if (Character.getType(character) == Character.FORMAT) {
            return "";
        }
        String same = Character.toString(character);
        boolean mathematicalLetter = character >= 0x1D400 && character <= 0x1D7FF;
        return mathematicalLetter ? Normalizer.normalize(same, Normalizer.Form.NFKC) : same;
    }

    /** This text with other characters at the same places. */
    public PlainText withSameLength(String other) {
        return other.equals(text) ? this : new PlainText(original, other, offsets);
    }

    /** The text as it was typed. */
    public String original() {
        return original;
    }

    public String text() {
        return text;
    }

    /** The position in the original of a character of the plain text. */
    public int originalOffset(int offset) {
        return offsets.length == 0 ? offset : offsets[offset];
    }
}
