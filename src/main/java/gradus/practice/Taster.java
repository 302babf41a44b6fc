package gradus.practice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.bank.Bank;
import gradus.bank.CurrentRevision;
import gradus.exam.ExamEntry;
import gradus.exam.Exams;
import gradus.exam.Order;
import gradus.exam.PublishedExam;
import gradus.question.Control;
import gradus.question.Drawing;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The question of practice that the home page asks newcomers at once: one line to type, with the same numbers for all. */
final class Taster {
    private final Bank bank;
    private final Exams exams;
    private final Cache<String, Optional<Found>> found =
            Caffeine.newBuilder().maximumSize(1_000).build();

    Taster(Bank bank, Exams exams) {
        this.bank = bank;
        this.exams = exams;
    }

    private record Found(String question, Variant variant, Part part) {
        private static final int LETTERS_OF_A_PART = 80;

        /** How much there is to read before one types, and to do after it. */
        int length() {
            return variant.prompt(Locale.ENGLISH).length()
                    + LETTERS_OF_A_PART * variant.question().parts().size();
        }
    }

    /**
     * The question as the page shows it.
     *
     * @param url where its answer is sent
     */
    record View(
            String url, String question, String part, String title, SafeHtml prompt, SafeHtml label, SafeHtml help) {}

    /** The shortest that these exams of practice ask; null for none. */
    @Nullable
    View in(List<PublishedExam> practice, Instant now, Locale language) {
        Map<Found, PublishedExam> all = new LinkedHashMap<>();
        for (PublishedExam offered : practice) {
            if (offered.exam().policy().order() == Order.FIXED) {
                in(offered).forEach(here -> all.putIfAbsent(here, offered));
            }
        }
        return all.keySet().stream()
                .filter(here -> !rests(all.getOrDefault(here, practice.get(0)), here.question(), now))
                .min(Comparator.comparing(Found::length))
                .map(here -> view(all.getOrDefault(here, practice.get(0)), here, language))
                .orElse(null);
    }

    private List<Found> in(PublishedExam offered) {
        Map<String, String> revisions = bank.questions(offered.course()).stream()
                .collect(Collectors.toMap(CurrentRevision::id, CurrentRevision::revision));
        List<Found> here = new ArrayList<>();
        for (ExamEntry entry : offered.exam().questions()) {
            String revision = revisions.get(entry.question());
            if (revision != null) {
                found.get(
                                offered.course() + " " + revision + " " + entry.with(),
                                first -> find(bank.question(offered.course(), revision), entry))
                        .ifPresent(here::add);
            }
        }
        return here;
    }

    private static Optional<Found> find(Question question, ExamEntry entry) {
        Part part = question.parts().get(0);
        boolean fits = !part.work()
                && !part.isGradedByPerson()
                && part.points().signum() > 0
                && part.type().control().template().equals(Control.LINE.template())
                && question.parts().stream().noneMatch(Part::isGradedByPerson)
                && !question.prompt().in(Locale.ENGLISH).contains("![")
                && !Drawing.isRandom(question, entry.with());
        return fits
                ? Optional.of(new Found(entry.question(), Variant.draw(question, 0, entry.with()), part))
                : Optional.empty();
    }

    /** Whether an exam that is under way asks it too. */
    private boolean rests(PublishedExam practice, String question, Instant now) {
        return exams.of(practice.course()).stream()
                .anyMatch(other ->
                        other.isUnderWay(now) && other.exam().entry(question).isPresent());
    }

    private static View view(PublishedExam offered, Found here, Locale language) {
        Variant variant = here.variant();
        String label = variant.label(here.part(), language);
        return new View(
                "/courses/" + offered.course() + "/exams/" + offered.exam().id() + "/practice",
                here.question(),
                here.part().id(),
                variant.question().title().in(language),
                Markdown.html(variant.prompt(language)),
                Markdown.inline(label.isEmpty() ? here.part().id() : label),
                Markdown.inline(here.part().type().help(here.part(), variant).in(language)));
    }
}
