package gradus.rubric;

import gradus.expression.Expression;
import gradus.expression.equality.FormulaKey;
import gradus.expression.equality.Symbols;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers that stand together, so that a person who has looked at them grades them in one stroke: by the same text, the same
 * mistake, the same value or formula, or nearly the same words.
 */
public final class AnswerGroups {
    /** How much of their three-letter runs two texts must share to stand together. */
    private static final double ENOUGH = 0.6;

    private static final Pattern FORMULA = Pattern.compile("[\\p{ASCII}α-ωΑ-Ω×·−²³√ ]{1,80}");
    private static final Pattern NAME = Pattern.compile("[A-Za-zα-ω]\\w*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,}");

    private AnswerGroups() {}

    /**
     * An answer.
     *
     * @param name what it is called in the queue
     * @param mistake the mistake or fault that the grader found in it; null for none
     */
    public record Answer(String name, String text, @Nullable String mistake) {}

    /** Answers that stand together; the first is the one that the others are most like. */
    public record Group(List<Answer> answers) {
        public Answer first() {
            return answers.get(0);
        }

        /** The different texts of it with how often each stands there, the most frequent first. */
        public Map<String, Long> texts() {
            Map<String, Long> counts = answers.stream()
                    .collect(Collectors.groupingBy(Answer::text, LinkedHashMap::new, Collectors.counting()));
            Map<String, Long> sorted = new LinkedHashMap<>();
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            return sorted;
        }
    }

    /** A text with everybody who wrote it, its words and, where it is one, its formula. */
    private record Written(Statement words, @Nullable Expression formula, List<Answer> answers) {}

    /** The groups of these answers, the largest first; every answer is in one. */
    public static List<Group> of(List<Answer> answers) {
        Map<String, List<Answer>> bySameText = answers.stream()
                .collect(Collectors.groupingBy(AnswerGroups::sameness, LinkedHashMap::new, Collectors.toList()));
        List<Written> written = bySameText.values().stream()
                .map(same -> new Written(
                        new Statement(same.get(0).text()), formula(same.get(0).text()), same))
                .sorted(Comparator.comparingInt((Written one) -> -one.answers().size())
                        .thenComparing(one -> one.words().plain()))
                .toList();
        List<List<Written>> groups = new ArrayList<>();
        for (Written one : leadersFirst(written)) {
            groups.stream()
                    .filter(group -> belongs(one, group.get(0)))
                    .max(Comparator.comparingDouble(
                            group -> group.get(0).words().likeness(one.words())))
                    .ifPresentOrElse(group -> group.add(one), () -> groups.add(new ArrayList<>(List.of(one))));
        }
        return groups.stream()
                .map(group -> new Group(
                        group.stream().flatMap(one -> one.answers().stream()).toList()))
                .sorted(Comparator.comparingInt(
                        (Group group) -> -group.answers().size()))
                .toList();
    }

    private static String sameness(Answer answer) {
        return answer.mistake() == null ? Statement.plain(answer.text()).replace(" ", "") : "\u0000" + answer.mistake();
    }

    /** In the order in which they become the first of a group: those that most others stand near to. */
    private static List<Written> leadersFirst(List<Written> written) {
        Function<Written, Integer> neighbours = one -> written.stream()
                .filter(other -> belongs(other, one))
                .mapToInt(other -> other.answers().size())
                .sum();
        Map<Written, Integer> counts = new LinkedHashMap<>();
        written.forEach(one -> counts.put(one, neighbours.apply(one)));
        return written.stream()
                .sorted(Comparator.comparingInt((Written one) -> -counts.getOrDefault(one, 0)))
                .toList();
    }

    private static boolean belongs(Written one, Written first) {
        boolean diagnosed =
                one.answers().get(0).mistake() != null || first.answers().get(0).mistake() != null;
        if (diagnosed) {
            return one == first;
        }
        Expression mine = one.formula();
        Expression theirs = first.formula();
        if (mine != null && theirs != null) {
            return equal(mine, theirs);
        }
        return one.words().isNear(first.words(), ENOUGH);
    }

    /** The text as a formula of whatever letters stand in it; null where it is none. */
    private static @Nullable Expression formula(String text) {
        if (!FORMULA.matcher(text).matches() || WORD.matcher(text).results().count() > 1) {
            return null;
        }
        try {
            return Expression.parse(text, symbols(text).vocabulary());
        } catch (ExpressionException noFormula) {
            return null;
        }
    }

    private static Symbols symbols(String text) {
        Symbols.Builder symbols = Symbols.builder();
        Matcher names = NAME.matcher(text);
        TreeSet<String> found = new TreeSet<>();
        while (names.find()) {
            found.add(names.group());
        }
        found.forEach(symbols::addAny);
        return symbols.build();
    }

    private static boolean equal(Expression one, Expression other) {
        if (!new TreeSet<>(one.names()).equals(new TreeSet<>(other.names()))) {
            return false;
        }
        try {
            return FormulaKey.prepare(other, symbols(other.source()), Scope.EMPTY)
                    .compare(one)
                    .isEqual();
        } catch (ExpressionException undefined) {
            return false;
        }
    }
}
