package gradus.attempt.sitting;

import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sitting;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What is still blank, unreadable or flagged before an attempt is submitted. */
public record ReviewPage(
        UUID attempt,
        String title,
        SittingPage.Bar bar,
        List<SittingPage.Step> navigator,
        List<Line> blank,
        List<Line> unreadable,
        List<SittingPage.Step> flagged) {
    /**
     * A part to look at again.
     *
     * @param reason why it cannot be read; empty where it is blank
     */
    public record Line(String question, SafeHtml part, String url, String reason) {}

    static ReviewPage of(Sitting sitting, SittingPage.Bar bar, Locale language) {
        List<Line> blank = new ArrayList<>();
        List<Line> unreadable = new ArrayList<>();
        for (QuestionInAttempt asked : sitting.current()) {
            for (Part part : asked.question().parts()) {
                if (part.work()) {
                    continue;
                }
                Reading reading = part.type().read(asked.text(part), part, asked.variant());
                String reason =
                        reading instanceof Reading.Unreadable why ? why.reason().in(language) : "";
                Line line = new Line(
                        asked.row().label(),
                        Markdown.inline(asked.label(part, language)),
                        sitting.url(asked.row().position()) + "#part-" + part.id(),
                        reason);
                if (reading instanceof Reading.Unreadable) {
                    unreadable.add(line);
                } else if (reading instanceof Reading.Blank) {
                    blank.add(line);
                }
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
