package gradus.question.part;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Texts that may have been meant by one that cannot be read: brackets closed, a full stop at the end left out, a point for
 * a decimal comma. Whether any of them can be read is for the reader to say.
 */
final class Mending {
    /** Longer texts are left alone, since every correction is a text to be read. */
    private static final int LONGEST = 2_000;

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final Pattern BEFORE = Pattern.compile("(?i)^[\\s=≈≃≅≒→⇒:]+|^\\s*(?:답|정답|answer|ans)\\s*[:=]\\s*");
    private static final Pattern BEHIND = Pattern.compile("[\\s.,;:!?=。，]+$");
    private static final Pattern WORDS_BEHIND =
            Pattern.compile("(?<=[\\d)\\]])(?:\\s+\\p{Alpha}{2}|\\s*\\p{IsHangul})[^\\d()\\[\\]+*/^=|_]*$");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<![\\d,.])(\\d+),(\\d+)(?![\\d,.])");
    private static final Pattern APART = Pattern.compile("(?<=\\d)[^\\S\\r\\n]+(?=[\\d.])");

    /** Brackets and ends of rows, as a matrix has them; without commas spaces separate its cells. */
    private static final Pattern ROWS = Pattern.compile("[\\[;\\r\\n]");

    private static final Pattern IN_PLACE =
            Pattern.compile("^\\s*([\\p{L}_][\\p{L}\\w]*)\\s*([-+*/])=\\s*(.+)$", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("\\s*(?:#|//|%).*$");
    private static final Pattern MIXED = Pattern.compile("(\\d)\\s*([½⅓⅔¼¾⅕⅙⅛])");
    private static final Pattern PERCENT = Pattern.compile("^\\s*([-−+]?[\\d.]+)\\s*%\\s*$");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern DRAWN_BARS = Pattern.compile("[|│┃⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠]");

    private Mending() {}

    /** The likeliest first. */
    static List<String> of(String text) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        List<String> meant = new ArrayList<>();
        String bare = BEHIND.matcher(BEFORE.matcher(text).replaceFirst("")).replaceFirst("");
        add(meant, text, bare);
        add(meant, text, balanced(text));
        add(meant, text, balanced(bare));
        add(meant, text, IN_PLACE.matcher(text).replaceFirst("$1 $2 ($3)"));
        add(meant, text, COMMENT.matcher(text).replaceFirst(""));
        add(meant, text, MIXED.matcher(text).replaceAll("$1+$2"));
        add(meant, text, PERCENT.matcher(text).replaceFirst("$1/100"));
        add(meant, text, withPoints(text));
        if (text.indexOf(',') >= 0 || !ROWS.matcher(text).find()) {
            add(meant, text, APART.matcher(text).replaceAll("*"));
            add(meant, text, APART.matcher(text).replaceAll(""));
        }
        add(meant, text, WORDS_BEHIND.matcher(bare).replaceFirst(""));
        if (!LETTER.matcher(text).find()) {
            add(meant, text, DRAWN_BARS.matcher(text).replaceAll(" ").strip());
        }
        return meant;
    }

    /** The text with a point for each decimal comma; within brackets a comma separates. */
    private static String withPoints(String text) {
        return DECIMAL_COMMA.matcher(text).replaceAll(comma -> {
            int depth = 0;
            for (char c : text.substring(0, comma.start()).toCharArray()) {
                depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
            }
            return comma.group(1) + (depth > 0 ? "," : ".") + comma.group(2);
        });
    }

    private static void add(List<String> meant, String text, String other) {
        if (!other.isBlank() && !other.equals(text) && !meant.contains(other)) {
            meant.add(other);
        }
    }

    /** The text with the closing brackets that it lacks at its end, and without those that close nothing. */
    private static String balanced(String text) {
        Deque<Character> due = new ArrayDeque<>();
        StringBuilder balanced = new StringBuilder();
        for (char c : text.toCharArray()) {
            int opened = OPENING.indexOf(c);
            if (opened >= 0) {
                due.push(CLOSING.charAt(opened));
            } else if (CLOSING.indexOf(c) >= 0) {
                if (due.isEmpty() || due.peek() != c) {
                    continue;
                }
                due.pop();
            }
            balanced.append(c);
        }
        due.forEach(balanced::append);
        return balanced.toString();
    }
}
