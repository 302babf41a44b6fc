package gradus.result;

import gradus.database.Database;
import gradus.grading.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened in an exam question by question and part by part.
 *
 * @param sections how many attempts each section has; students without one stand under {@code ""}
 */
public record ExamDetails(
        List<PartVerdicts> parts,
        List<QuestionTime> times,
        Map<String, Long> sections,
        List<MistakeBySection> mistakes,
        List<Variants> variants) {
    private static final int MOST_MISTAKES = 50;

    /** How often each verdict fell on a part. */
    public record PartVerdicts(String label, String part, Map<String, Long> verdicts) {
        public long attempts() {
            return verdicts.values().stream().mapToLong(Long::longValue).sum();
        }

        public long of(String verdict) {
            return verdicts.getOrDefault(verdict, 0L);
        }

        /** The share of answers that were right only on the student's own earlier ones. */
        public double followThrough() {
            return attempts() == 0 ? 0 : (double) of(Verdict.FOLLOWS_THROUGH.word()) / attempts();
        }
    }

    /** How long students were at a question, in seconds. */
    public record QuestionTime(String label, int attempts, double lowerQuartile, double median, double upperQuartile) {}

    /** How many attempts of each section met a mistake or fault. */
    public record MistakeBySection(String label, String part, String mistake, Map<String, Long> sections) {
        public long attempts() {
            return sections.values().stream().mapToLong(Long::longValue).sum();
        }

        public long of(String section) {
            return sections.getOrDefault(section, 0L);
        }
    }

    /**
     * How a question went with different numbers.
     *
     * @param count how many different numbers were asked
     * @param repeated how many of them were asked of two students or more, among which are the two facilities
     */
    public record Variants(
            String label,
            int count,
            int repeated,
            @Nullable Double lowest,
            @Nullable Double highest) {}

    /**
     * Reads and counts; O(attempts × questions).
     *
     * @param sections how large the sections of those who sat the exam are
     */
    static ExamDetails of(Database database, String course, String exam, List<DetailStore.SectionSize> sections) {
        return database.read(
                DetailStore.class,
                store -> new ExamDetails(
                        parts(store.verdicts(course, exam)),
                        times(store, course, exam),
                        sections(sections),
                        mistakes(store.mistakesBySection(course, exam)),
                        variants(store, course, exam)));
    }

    private static List<PartVerdicts> parts(List<DetailStore.Verdicts> rows) {
        record Name(String label, String part) {}
        Map<Name, Map<String, Long>> counts = new LinkedHashMap<>();
        for (DetailStore.Verdicts row : rows) {
            counts.computeIfAbsent(new Name(row.label(), row.part()), name -> new LinkedHashMap<>())
                    .put(row.verdict(), row.attempts());
        }
        List<PartVerdicts> parts = new ArrayList<>();
        counts.forEach((name, verdicts) -> parts.add(new PartVerdicts(name.label(), name.part(), verdicts)));
        return parts;
    }

    private static List<QuestionTime> times(DetailStore store, String course, String exam) {
        Map<String, List<Double>> seconds = new TreeMap<>();
        store.eachTime(
                course,
                exam,
                spent -> seconds.computeIfAbsent(spent.label(), label -> new ArrayList<>())
                        .add(Math.max(0, spent.seconds())));
        List<QuestionTime> times = new ArrayList<>();
        seconds.forEach((label, all) -> {
            Collections.sort(all);
            times.add(
                    new QuestionTime(label, all.size(), quantile(all, 0.25), quantile(all, 0.5), quantile(all, 0.75)));
        });
        return times;
    }

    /** The value below which so much of a sorted list lies, between two values in proportion. */
    static double quantile(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    private static Map<String, Long> sections(List<DetailStore.SectionSize> rows) {
        Map<String, Long> sections = new LinkedHashMap<>();
        rows.forEach(row -> sections.put(row.section(), row.attempts()));
        return sections;
    }

    private static List<MistakeBySection> mistakes(List<DetailStore.SectionMistake> rows) {
        record Name(String label, String part, String mistake) {}
        Map<Name, Map<String, Long>> counts = new LinkedHashMap<>();
        for (DetailStore.SectionMistake row : rows) {
            counts.computeIfAbsent(new Name(row.label(), row.part(), row.mistake()), name -> new LinkedHashMap<>())
                    .put(row.section(), row.attempts());
        }
        List<MistakeBySection> mistakes = new ArrayList<>();
        counts.forEach((name, sections) ->
                mistakes.add(new MistakeBySection(name.label(), name.part(), name.mistake(), sections)));
        return mistakes.stream()
                .sorted((one, other) -> Long.compare(other.attempts(), one.attempts()))
                .limit(MOST_MISTAKES)
                .toList();
    }

    private static List<Variants> variants(DetailStore store, String course, String exam) {
        record Sum(int attempts, double shares) {
            double facility() {
                return shares / attempts;
            }
        }
        Map<String, Map<String, Sum>> sums = new TreeMap<>();
        store.eachDrawn(
                course,
                exam,
                drawn -> sums.computeIfAbsent(drawn.label(), label -> new LinkedHashMap<>())
                        .merge(
                                drawn.params(),
                                new Sum(1, drawn.share()),
                                (one, other) ->
                                        new Sum(one.attempts() + other.attempts(), one.shares() + other.shares())));
        List<Variants> variants = new ArrayList<>();
        sums.forEach((label, byParams) -> {
            List<Double> facilities = byParams.values().stream()
                    .filter(sum -> sum.attempts() > 1)
                    .map(Sum::facility)
                    .sorted()
                    .toList();
            if (byParams.size() > 1) {
                variants.add(new Variants(
                        label,
                        byParams.size(),
                        facilities.size(),
                        facilities.isEmpty() ? null : facilities.get(0),
                        facilities.isEmpty() ? null : facilities.get(facilities.size() - 1)));
            }
        });
        return variants;
    }

    /** The verdicts that fell, in their own order. */
    public List<String> verdicts() {
        Set<String> met = new LinkedHashSet<>();
        for (Verdict verdict : Verdict.values()) {
            if (parts.stream().anyMatch(part -> part.of(verdict.word()) > 0)) {
                met.add(verdict.word());
            }
        }
        return List.copyOf(met);
    }
}
