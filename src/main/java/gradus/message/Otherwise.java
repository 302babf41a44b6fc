package gradus.message;

import java.util.Locale;

/**
 * The only word that the engine prints within formulas: what holds in all cases that a choice does not name. It is printed before
 * anybody knows who reads it, and put into their language where a page shows the formula.
 */
public final class Otherwise {
    /** As it is printed; the end of the cases behind it tells it from the same word of an author. */
    public static final String LATEX = "\\text{else}\\end{cases}";

    private Otherwise() {}

    public static boolean isIn(String text) {
        return text.contains(LATEX);
    }

    /** The text with this word in the language, wherever it has it. */
    public static String in(String text, Locale language) {
        return isIn(text)
                ? text.replace(
                        LATEX, "\\text{" + Message.of("expression.otherwise").in(language) + "}\\end{cases}")
                : text;
    }
}
