package gradus.practice;

import gradus.attempt.AskedQuestion.Place;
import gradus.attempt.Attempts;
import gradus.attempt.Findings;
import gradus.attempt.PartScore;
import gradus.grading.Feedback;
import gradus.practice.PractisedStore.Slip;
import gradus.question.Part;
import gradus.question.Variant;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The wrong procedures that somebody has used more than once. */
final class Habits {
    private static final int LEAST = 2;
    private static final int MOST_SHOWN = 3;

    private final PractisedStore store;
    private final Attempts attempts;

    Habits(PractisedStore store, Attempts attempts) {
        this.store = store;
        this.attempts = attempts;
    }

    /**
     * A wrong procedure.
     *
     * @param say what was said of it last
     * @param times in how many variants it was recognised
     * @param of in how many variants its part was answered
     */
    record Habit(String course, String question, SafeHtml say, int times, int of) {}

    private record PartOfQuestion(String course, String question, String part) {}

    private record Numbers(UUID attempt, int position, int variant) {}

    /** In how many variants a part was answered, and in which of them a mistake was made; the latest of these. */
    private static final class Count {
        private final Set<Numbers> answered = new HashSet<>();
        private final Map<String, Set<Numbers>> made = new LinkedHashMap<>();
        private final Map<String, Slip> latest = new LinkedHashMap<>();

        void add(Slip slip) {
            Numbers numbers = new Numbers(slip.attempt(), slip.position(), slip.variant());
            answered.add(numbers);
            if (!slip.mistake().isEmpty()) {
                made.computeIfAbsent(slip.mistake(), first -> new HashSet<>()).add(numbers);
                latest.putIfAbsent(slip.mistake(), slip);
            }
        }
    }

    /** A person's habits, the most frequent first. */
    List<Habit> of(UUID person, Locale language) {
        Map<PartOfQuestion, Count> counts = new LinkedHashMap<>();
        for (Slip slip : store.slips(person)) {
            PartOfQuestion part = new PartOfQuestion(slip.course(), slip.question(), slip.part());
            counts.computeIfAbsent(part, first -> new Count()).add(slip);
        }
        List<Habit> habits = new ArrayList<>();
        counts.forEach((part, count) -> count.made.forEach((mistake, numbers) -> {
            if (numbers.size() >= LEAST) {
                said(Objects.requireNonNull(count.latest.get(mistake)), language)
                        .ifPresent(say -> habits.add(
                                new Habit(part.course(), part.question(), say, numbers.size(), count.answered.size())));
            }
        }));
        habits.sort(Comparator.comparing(Habit::times).reversed());
        return habits.stream().limit(MOST_SHOWN).toList();
    }

    private Optional<SafeHtml> said(Slip slip, Locale language) {
        Variant variant = attempts.find(slip.attempt())
                .map(attempt -> attempts.variant(attempt, new Place(slip.position(), slip.variant())))
                .orElseThrow();
        Part part = variant.question().part(slip.part());
        return store.found(slip.course(), slip.attempt(), slip.number(), slip.position(), slip.part())
                .map(found -> findings(found, part, variant))
                .flatMap(findings -> findings.stream()
                        .filter(said -> said.kind() == Feedback.Kind.MISTAKE)
                        .findFirst())
                .map(said -> Markdown.inline(said.say().in(language)));
    }

    private static List<Feedback> findings(PartScore found, Part part, Variant variant) {
        Findings findings = found.findings(part, variant);
        return findings == null ? List.of() : findings.feedback();
    }
}
