package gradus.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formulas of a Markdown text, taken out before Markdown can read their {@code _} and {@code *}, and put back after it.
 *
 * <p>{@code $…$} stands in a line of text and {@code $$…$$} on its own; neither crosses an empty line. Code is left alone, and
 * {@code \$} is a dollar.
 */
final class MathSpans {
    /** Private-use characters that stand around a formula's number while Markdown is at work. */
    private static final char OPEN = '\uE000';

    private static final char CLOSE = '\uE001';

    private static final Pattern HELD = Pattern.compile("<[^>]*>|" + OPEN + "([0-9]+)" + CLOSE);
    private static final Pattern HELD_IN_TAG = Pattern.compile(OPEN + "([0-9]+)" + CLOSE);

    private record Formula(String tex, boolean display) {}

    private final List<Formula> formulas = new ArrayList<>();

    String takeOut(String source) {
        String text = source.replace("\r", "").replace(String.valueOf(OPEN), "").replace(String.valueOf(CLOSE), "");
        StringBuilder rest = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = switch (text.charAt(at)) {
                case '\\' -> Math.min(at + 2, text.length());
                case '`', '~' -> endOfCode(text, at);
                case '$' -> endOfFormula(text, at);
                default -> at + 1;
            };
            boolean formula = text.charAt(at) == '$' && end > at + 1;
            rest.append(formula ? hold(text.substring(at, end)) : text.substring(at, end));
            at = end;
        }
        return rest.toString();
    }

    /** After the code that starts here: a fence closes at a line that begins with it, a span at as many backticks. */
    private static int endOfCode(String text, int start) {
        int ticks = start;
        while (ticks < text.length() && text.charAt(ticks) == text.charAt(start)) {
            ticks++;
        }
        String mark = text.substring(start, ticks);
        boolean fence = mark.length() >= 3
                && text.substring(text.lastIndexOf('\n', start) + 1, start).isBlank();
        if (fence) {
            int close = text.indexOf("\n" + mark, ticks);
            return close < 0 ? text.length() : close + 1 + mark.length();
        }
        int close = mark.charAt(0) == '`' ? text.indexOf(mark, ticks) : -1;
        return close < 0 ? ticks : close + mark.length();
    }

    /** After the formula that starts here, or only after its dollar where none closes it in this paragraph. */
    private static int endOfFormula(String text, int start) {
        String mark = text.startsWith("$$", start) ? "$$" : "$";
        for (int at = start + mark.length(); at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '\\') {
                at++;
            } else if (next == '$') {
                boolean closes = text.startsWith(mark, at) && at > start + mark.length();
                return closes ? at + mark.length() : start + 1;
            } else if (next == '\n' && emptyLine(text, at + 1)) {
                return start + 1;
            }
        }
        return start + 1;
    }

    private static boolean emptyLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return end >= 0 && text.substring(start, end).isBlank();
    }

    private String hold(String formula) {
        boolean display = formula.startsWith("$$");
        int mark = display ? 2 : 1;
        formulas.add(
                new Formula(formula.substring(mark, formula.length() - mark).strip(), display));
        return OPEN + Integer.toString(formulas.size() - 1) + CLOSE;
    }

    /** Puts the formulas into the HTML as text; within a tag, such as a picture's alternative text, as plain TeX. */
    String putBack(String html) {
        return HELD.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? withinTag(found.group()) : element(formula(found.group(1)))));
    }

    private String withinTag(String tag) {
        return HELD_IN_TAG
                .matcher(tag)
                .replaceAll(found ->
                        Matcher.quoteReplacement(escape(formula(found.group(1)).tex())));
    }

    private Formula formula(String number) {
        return formulas.get(Integer.parseInt(number));
    }

    private static String element(Formula formula) {
        return (formula.display() ? "<span class=\"math display\">" : "<span class=\"math\">")
                + escape(formula.tex())
                + "</span>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
