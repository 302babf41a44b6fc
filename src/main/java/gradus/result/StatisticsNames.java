package gradus.result;

import gradus.bank.QuestionTitles;
import gradus.exam.ExamEntry;
import gradus.exam.Pool;
import gradus.exam.PublishedExam;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Question;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the statistics of an exam call its questions and parts in a language. */
public final class StatisticsNames {
    private final PublishedExam offered;
    private final QuestionTitles titles;
    private final Locale language;
    private final Map<String, Optional<Question>> questions = new HashMap<>();

    StatisticsNames(PublishedExam offered, QuestionTitles titles, Locale language) {
        this.offered = offered;
        this.titles = titles;
        this.language = language;
    }

    /** The title of what an exam asks under a number; of several out of which one is drawn, all. */
    public String under(String label) {
        Set<String> asked = new LinkedHashSet<>();
        for (ExamEntry entry : offered.exam().questions()) {
            Pool pool = entry.pool();
            List<String> labels = pool == null ? List.of(entry.label()) : pool.labels();
            if (labels.contains(label)) {
                asked.add(question(entry.question()));
            }
        }
        return asked.size() < 2
                ? String.join("", asked)
                : Message.of("result.one-of", String.join(", ", asked)).in(language);
    }

    /** The title of a question; its id where there is no such question any more. */
    public String question(String id) {
        return now(id).map(question -> question.title().in(language)).orElse(id);
    }

    /** A part by its label; by its id where it has none. */
    public SafeHtml part(String question, String id) {
        return Markdown.inline(now(question)
                .map(asked -> QuestionTitles.of(asked, id, language))
                .orElse(id));
    }

    /** Where a part stands in its question; behind all others where it has none any more. */
    int place(String question, String id) {
        List<String> parts = now(question)
                .map(asked -> asked.parts().stream().map(Part::id).toList())
                .orElse(List.of());
        return parts.contains(id) ? parts.indexOf(id) : parts.size();
    }

    private Optional<Question> now(String id) {
        return questions.computeIfAbsent(id, unread -> titles.now(offered.course(), unread));
    }
}
