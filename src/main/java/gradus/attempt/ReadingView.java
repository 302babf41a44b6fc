package gradus.attempt;

import gradus.attempt.Findings.Understood;
import gradus.message.Otherwise;
import gradus.message.Words;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Variant;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * "We read this as …" beside a field.
 *
 * @param is {@code read}, {@code blank} or {@code unreadable}
 * @param display what was read; Markdown with LaTeX
 * @param at where an unreadable text stops making sense, from 0; -1 otherwise
 * @param reason why, in the reader's language; empty where it was read
 * @param note by which rules it was read, where that needs saying; otherwise empty
 * @param offers readable texts, any of which may have been meant in place of an unreadable one
 */
public record ReadingView(String is, String display, int at, String reason, String note, List<String> offers) {
    public static ReadingView of(Variant variant, Part part, String text, Locale language) {
        Reading reading = part.type().read(text, part, variant);
        List<String> offers = reading instanceof Reading.Unreadable unreadable ? unreadable.offers() : List.of();
        return of(Understood.of(reading, part), offers, language);
    }

    public static ReadingView of(Understood understood, Locale language) {
        return of(understood, List.of(), language);
    }

    private static ReadingView of(Understood understood, List<String> offers, Locale language) {
        Words reason = understood.reason();
        return new ReadingView(
                understood.is(),
                Otherwise.in(understood.display(), language),
                understood.at(),
                reason == null ? "" : reason.in(language),
                understood.notes().stream().map(note -> note.in(language)).collect(Collectors.joining(" ")),
                offers);
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
