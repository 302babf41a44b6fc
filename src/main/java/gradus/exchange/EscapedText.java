package gradus.exchange;

import java.util.ArrayList;
import java.util.List;

/** Text in which a backslash takes its meaning from a sign. */
final class EscapedText {
    /** The signs that mean something in GIFT. */
    static final String GIFT = "~=#{}:\\";

    /** The signs that mean something inside the fields of a text of Moodle. */
    static final String CLOZE = "}#~/\"";

    private static final String ENDING = "}#~";

    private EscapedText() {}

    /** The pieces between signs that mean something. */
    static List<String> split(String text, char sign) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == sign) {
                pieces.add(text.substring(from, i));
                from = i + 1;
            } else if (text.charAt(i) == '\\') {
                i = Math.min(i + 1, text.length() - 1);
            }
        }
        return pieces;
    }

    /** Where a sign that means something stands first; −1 where it does not. */
    static int indexOf(String text, String signs, int from) {
        for (int i = from; i + signs.length() <= text.length(); i++) {
            if (text.startsWith(signs, i)) {
                return i;
            }
            if (text.charAt(i) == '\\') {
                i++;
            }
        }
        return -1;
    }

    /** The text without its backslashes; {@code \n} is a new line. */
    static String plain(String text, String signs) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '\\' && signs.indexOf(next) >= 0) {
                plain.append(next);
                i++;
            } else if (c == '\\' && next == 'n' && signs.equals(GIFT) && !isWord(text, i + 2)) {
                plain.append('\n');
                i++;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Whether a small Latin letter stands here, so that a backslash and n before it begin a word of LaTeX such as \nu. */
    private static boolean isWord(String text, int at) {
        return at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
    }

    /** The text with backslashes before the signs that would end a field of a text of Moodle. */
    static String inField(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (ENDING.indexOf(text.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        return escaped.toString();
    }
}
