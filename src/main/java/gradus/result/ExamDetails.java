package gradus.result;

import gradus.database.Database;
import gradus.grading.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntBiFunction;
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
    public record PartVerdicts(String label, String question, String part, Map<String, Long> verdicts) {
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
    public record MistakeBySection(
            String label, String question, String part, String mistake, Map<String, Long> sections) {
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
            String question,
            int count,
            int repeated,
            @Nullable Double lowest,
            @Nullable Double highest) {}

    /**
     * Counts what was read, and reads the times.
     *
     * @param sections how large the sections of those who sat the exam are
     */
    static ExamDetails of(
            Database database, String course, String exam, ExamScores scores, List<DetailStore.SectionSize> sections) {
        return new ExamDetails(
                parts(scores), times(database, course, exam), sections(sections), mistakes(scores), variants(scores));
    }

    private static List<PartVerdicts> parts(ExamScores exam) {
        record Name(String label, String question, String part) {}
        Map<Name, Integer> positions = new HashMap<>();
        Map<Name, Map<String, Long>> counts = new HashMap<>();
        for (ExamScores.Sat sat : exam.attempts()) {
            for (ExamScores.Counting score : sat.scores()) {
                Name name = new Name(score.asked().label(), score.asked().question(), score.part());
                positions.merge(name, score.asked().position(), Math::min);
                counts.computeIfAbsent(name, missing -> new TreeMap<>()).merge(score.verdict(), 1L, Long::sum);
            }
        }
        Comparator<PartVerdicts> order =
                Comparator.comparing(part -> positions.get(new Name(part.label(), part.question(), part.part())));
        return counts.entrySet().stream()
                .map(part -> new PartVerdicts(
                        part.getKey().label(),
                        part.getKey().question(),
                        part.getKey().part(),
                        part.getValue()))
                .sorted(order.thenComparing(PartVerdicts::label)
                        .thenComparing(PartVerdicts::question)
                        .thenComparing(PartVerdicts::part))
                .toList();
    }

    private static List<QuestionTime> times(Database database, String course, String exam) {
        Map<String, List<Double>> seconds = new TreeMap<>();
        database.read(DetailStore.class, store -> {
            store.eachTime(
                    course,
                    exam,
                    spent -> seconds.computeIfAbsent(spent.label(), label -> new ArrayList<>())
                            .add(Math.max(0, spent.seconds())));
            return seconds;
        });
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

    private static List<MistakeBySection> mistakes(ExamScores exam) {
        record Name(String label, String question, String part, String mistake) {}
        Map<Name, Map<String, Long>> counts = new LinkedHashMap<>();
        for (ExamScores.Sat sat : exam.attempts()) {
            Set<Name> met = new LinkedHashSet<>();
            for (ExamScores.Counting score : sat.scores()) {
                String mistake = score.mistake();
                if (mistake != null) {
                    met.add(new Name(score.asked().label(), score.asked().question(), score.part(), mistake));
                }
            }
            met.forEach(name -> counts.computeIfAbsent(name, missing -> new LinkedHashMap<>())
                    .merge(sat.section(), 1L, Long::sum));
        }
        List<MistakeBySection> mistakes = new ArrayList<>();
        counts.forEach((name, sections) -> mistakes.add(
                new MistakeBySection(name.label(), name.question(), name.part(), name.mistake(), sections)));
        return mistakes.stream()
                .sorted(Comparator.comparingLong(MistakeBySection::attempts)
                        .reversed()
                        .thenComparing(MistakeBySection::label)
                        .thenComparing(MistakeBySection::part)
                        .thenComparing(MistakeBySection::mistake))
                .limit(MOST_MISTAKES)
                .toList();
    }

    /** How many attempts asked the same, and the shares of its points that they earned, added up. */
    private record Sum(int attempts, double shares) {
        double facility() {
            return shares / attempts;
        }

        Sum plus(Sum other) {
            return new Sum(attempts + other.attempts, shares + other.shares);
        }
    }

    private static List<Variants> variants(ExamScores exam) {
        record Name(String label, String question) {}
        Map<Name, Map<String, Sum>> sums =
                new TreeMap<>(Comparator.comparing(Name::label).thenComparing(Name::question));
        for (ExamScores.Sat sat : exam.attempts()) {
            for (ExamScores.Asked asked : sat.asked()) {
                BigDecimal earned = BigDecimal.ZERO;
                BigDecimal points = BigDecimal.ZERO;
                for (ExamScores.Counting score : sat.scores()) {
                    if (score.asked().equals(asked)) {
                        earned = earned.add(score.score());
                        points = points.add(score.points());
                    }
                }
                if (points.signum() > 0) {
                    sums.computeIfAbsent(new Name(asked.label(), asked.question()), first -> new HashMap<>())
                            .merge(asked.params(), new Sum(1, earned.doubleValue() / points.doubleValue()), Sum::plus);
                }
            }
        }
        List<Variants> variants = new ArrayList<>();
        sums.forEach((name, byParams) -> {
            List<Double> facilities = byParams.values().stream()
                    .filter(sum -> sum.attempts() > 1)
                    .map(Sum::facility)
                    .sorted()
                    .toList();
            if (byParams.size() > 1) {
                variants.add(new Variants(
                        name.label(),
                        name.question(),
                        byParams.size(),
                        facilities.size(),
                        facilities.isEmpty() ? null : facilities.get(0),
                        facilities.isEmpty() ? null : facilities.get(facilities.size() - 1)));
            }
        });
        return variants;
    }

    /** These with the parts of each question as it has them, by their places in it. */
    ExamDetails inOrder(ToIntBiFunction<String, String> place) {
        Map<String, List<PartVerdicts>> questions = new LinkedHashMap<>();
        parts.forEach(part -> questions
                .computeIfAbsent(part.label() + "\n" + part.question(), first -> new ArrayList<>())
                .add(part));
        Comparator<PartVerdicts> order =
                Comparator.comparingInt(part -> place.applyAsInt(part.question(), part.part()));
        List<PartVerdicts> ordered = questions.values().stream()
                .flatMap(question -> question.stream().sorted(order))
                .toList();
        return new ExamDetails(ordered, times, sections, mistakes, variants);
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
