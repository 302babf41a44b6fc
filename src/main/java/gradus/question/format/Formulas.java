package gradus.question.format;

import java.util.ArrayList;
import java.util.List;

/** Where the formulas of a Markdown text stand, {@code $…$} and {@code $$…$$}, code apart. */
final class Formulas {
    /** A formula's TeX from an offset of the text to another. */
    record Span(int from, int to) {}

    private final List<Span> spans = new ArrayList<>();
    private final List<Integer> alone = new ArrayList<>();

    /** The formulas of a text whose holes have been filled with something. */
    Formulas(String text) {
        int at = 0;
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '\\' -> at += 2;
                case '`' -> at = endOfCode(text, at);
                case '$' -> at = endOfFormula(text, at);
                default -> at++;
            }
        }
    }

    List<Span> spans() {
        return spans;
    }

    /** Offsets of dollars that open a formula which its paragraph does not close. */
    List<Integer> alone() {
        return alone;
    }

    private static int endOfCode(String text, int start) {
        int ticks = start;
        while (ticks < text.length() && text.charAt(ticks) == '`') {
            ticks++;
        }
        int close = text.indexOf(text.substring(start, ticks), ticks);
        return close < 0 ? ticks : close + ticks - start;
    }

    private int endOfFormula(String text, int start) {
        String mark = text.startsWith("$$", start) ? "$$" : "$";
        int from = start + mark.length();
        for (int at = from; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '\\') {
                at++;
            } else if (next == '$') {
                if (!text.startsWith(mark, at) || at == from) {
                    break;
                }
                spans.add(new Span(from, at));
                return at + mark.length();
            } else if (next == '\n' && isEmptyLine(text, at + 1)) {
                break;
            }
        }
        alone.add(start);
        return from;
    }

    private static boolean isEmptyLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return end >= 0 && text.substring(start, end).isBlank();
    }
}
