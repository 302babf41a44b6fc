package gradus.attempt.sitting;

import gradus.attempt.AskedQuestion.Place;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sitting;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is still blank, unreadable or flagged before an attempt is submitted. */
public record ReviewPage(
        UUID attempt,
        String title,
        SittingPage.Bar bar,
        List<SittingPage.Step> navigator,
        List<Blank> blank,
        List<Line> unreadable,
        List<SittingPage.Step> flagged) {
    /** A question with how many of its fields and cells are empty, and the address of the part where the first of them is. */
    public record Blank(String question, int fields, String url) {}

    /** How many fields are empty in all. */
    public int blankFields() {
        return blank.stream().mapToInt(Blank::fields).sum();
    }

    /**
     * A part to look at again.
     *
     * @param place where it is asked, by position and variant
     * @param reason why it cannot be read
     * @param field where it can be mended at once; null where it takes no more answers, or where one of this name stands above
     */
    public record Line(
            String question,
            SafeHtml part,
            String url,
            Place place,
            String reason,
            @Nullable FieldView field) {}

    static ReviewPage of(Sitting sitting, SittingPage.Bar bar, Locale language) {
        List<Blank> blank = new ArrayList<>();
        List<Line> unreadable = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (QuestionInAttempt asked : sitting.current()) {
            int empty = 0;
            String first = null;
            for (Part part : asked.question().parts()) {
                if (part.work()) {
                    continue;
                }
                Reading reading = part.type().read(asked.text(part), part, asked.variant());
                String url = sitting.url(asked.row().position()) + "#part-" + part.id();
                if (reading instanceof Reading.Unreadable why) {
                    unreadable.add(new Line(
                            asked.row().label(),
                            Markdown.inline(asked.label(part, language)),
                            url,
                            asked.key(part).place(),
                            why.reason().in(language),
                            !asked.isEnded() && shown.add(part.id())
                                    ? FieldView.of(asked, part, false, null, language)
                                    : null));
                }
                int blanks = QuestionInAttempt.blanks(part, reading);
                first = first == null && blanks > 0 ? url : first;
                empty += blanks;
            }
            if (first != null) {
                blank.add(new Blank(asked.row().label(), empty, first));
            }
        }
        List<SittingPage.Step> steps = SittingPage.navigator(sitting, 0, language);
        return new ReviewPage(
                sitting.attempt().id(),
                sitting.exam().title().in(language),
                bar,
                steps,
                blank,
                unreadable,
                steps.stream().filter(SittingPage.Step::flagged).toList());
    }
}
