package gradus.result.regrade;

import gradus.bank.QuestionTitles;
import gradus.question.Part;
import gradus.question.Question;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A question of an exam as the page of regrades offers it.
 *
 * @param parts its scored parts
 * @param older how many attempts are graded by another revision than the current one
 */
public record Offer(String question, String label, String title, List<OfferedPart> parts, long attempts, long older) {
    /**
     * A part that can be regraded alone.
     *
     * @param alike whether another is labelled like it, so that only the id tells them apart
     */
    public record OfferedPart(String id, SafeHtml label, boolean alike) {}

    static List<OfferedPart> parts(Question question, Locale language) {
        List<String> ids = question.parts().stream()
                .filter(part -> !part.work())
                .map(Part::id)
                .toList();
        List<String> labels = ids.stream()
                .map(id -> QuestionTitles.of(question, id, language))
                .toList();
        List<OfferedPart> parts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String label = labels.get(i);
            parts.add(new OfferedPart(ids.get(i), Markdown.inline(label), Collections.frequency(labels, label) > 1));
        }
        return parts;
    }
}
