package gradus.attempt;

import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Variant;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.Locale;

/**
 * "We read this as …" beside a field.
 *
 * @param is {@code read}, {@code blank} or {@code unreadable}
 * @param display what was read; Markdown with LaTeX
 * @param at where an unreadable text stops making sense, from 0; -1 otherwise
 * @param reason why, in the reader's language; empty where it was read
 */
public record ReadingView(String is, String display, int at, String reason) {
    public static ReadingView of(Variant variant, Part part, String text, Locale language) {
        Reading reading = part.type().read(text, part, variant);
        if (reading instanceof Reading.Read read) {
            return new ReadingView("read", part.type().display(read.answer(), part), -1, "");
        }
        if (reading instanceof Reading.Unreadable unreadable) {
            return new ReadingView(
                    "unreadable", "", unreadable.at(), unreadable.reason().in(language));
        }
        return new ReadingView("blank", "", -1, "");
    }

    public SafeHtml html() {
        return Markdown.inline(display);
    }

    /** The formula between the dollars, for KaTeX in the browser; empty where it is no formula. */
    public String tex() {
        boolean formula = display.length() > 2
                && display.startsWith("$")
                && display.endsWith("$")
                && display.indexOf('$', 1) == display.length() - 1;
        return formula ? display.substring(1, display.length() - 1) : "";
    }
}
