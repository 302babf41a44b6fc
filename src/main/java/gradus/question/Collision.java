package gradus.question;

import gradus.expression.Expression;
import gradus.expression.value.ExpressionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two answers of a part that the part's comparison cannot tell apart on a variant, although grading depends on the
 * difference.
 *
 * @param one a mistake's id
 * @param other another mistake's id, or {@link Part#KEY}, which also stands for further right answers
 */
public record Collision(String part, String one, String other) {
    /** Which collisions to look for. */
    enum Kind {
        /** Those that another draw could resolve. */
        DRAWN,
        /** Those that no draw can resolve, because neither answer depends on a drawn parameter. */
        FIXED
    }

    private static final List<DerivedProcedures> DERIVED =
            ServiceLoader.load(DerivedProcedures.class, DerivedProcedures.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    /** @param derived whether the file names it without writing it out; it must only be no right answer */
    private record Candidate(String name, Answer answer, boolean drawn, boolean derived) {
        boolean matters(Candidate other) {
            return !derived || other.name().equals(Part.KEY);
        }
    }

    /**
     * Finds the collisions of a variant, part by part.
     *
     * @param fixed folded names of parameters that are not drawn
     */
    static List<Collision> in(Variant variant, Set<String> fixed, Kind wanted) {
        List<Collision> found = new ArrayList<>();
        for (Part part : variant.question().parts()) {
            findAlikeOptions(variant, part, wanted, found);
            boolean comparable = part.expect() != null
                    && !(part.mistakes().isEmpty() && part.faults().isEmpty());
            if (comparable && (wanted == Kind.FIXED || isAnyDrawn(variant, part, fixed))) {
                find(part, candidates(variant, part, fixed, wanted), wanted, found);
            }
        }
        return found;
    }

    /** Adds pairs of options whose texts are identical on this variant. */
    private static void findAlikeOptions(Variant variant, Part part, Kind wanted, List<Collision> found) {
        List<Option> options = part.type().options();
        for (int i = 0; i < options.size(); i++) {
            for (int j = 0; j < i; j++) {
                Text one = options.get(i).say();
                Text other = options.get(j).say();
                boolean drawn = one.isFilledIn() || other.isFilledIn();
                if (drawn == (wanted == Kind.DRAWN) && isAlike(variant, one, other)) {
                    found.add(new Collision(
                            part.id(), options.get(i).id(), options.get(j).id()));
                }
            }
        }
    }

    private static boolean isAlike(Variant variant, Text one, Text other) {
        try {
            for (String language : one.byLanguage().keySet()) {
                Locale locale = Locale.forLanguageTag(language);
                if (variant.fill(one, locale).equals(variant.fill(other, locale))) {
                    return true;
                }
            }
            return false;
        } catch (ExpressionException unfilled) {
            return false;
        }
    }

    /** The key and further right answers first, then the mistakes. */
    private static List<Candidate> candidates(Variant variant, Part part, Set<String> fixed, Kind wanted) {
        Question question = variant.question();
        List<Candidate> candidates = new ArrayList<>();
        Answer key = variant.finite(variant.expect(part), part);
        if (key != null) {
            boolean drawn = question.isDrawn(variant.expect(part), part, fixed);
            candidates.add(new Candidate(Part.KEY, key, drawn, false));
        }
        for (Variant.Further further : variant.accepts(part)) {
            boolean drawn = question.isDrawn(further.accept().expect(), part, fixed);
            candidates.add(new Candidate(Part.KEY, further.answer(), drawn, false));
        }
        for (Variant.Wrong wrong : variant.mistakes(part)) {
            boolean drawn = question.isDrawn(wrong.mistake().expect(), part, fixed);
            candidates.add(new Candidate(wrong.mistake().id(), wrong.answer(), drawn, false));
        }
        for (DerivedProcedures derived : wanted == Kind.DRAWN ? DERIVED : List.<DerivedProcedures>of()) {
            for (Variant.Wrong wrong : derived.of(variant, part)) {
                boolean drawn = question.isDrawn(wrong.mistake().expect(), part, fixed);
                candidates.add(new Candidate(wrong.mistake().id(), wrong.answer(), drawn, true));
            }
        }
        return candidates;
    }

    /**
     * Whether any answer of a part depends on a drawn parameter; if none does, its answers need not be computed to find
     * collisions that a redraw could resolve.
     */
    private static boolean isAnyDrawn(Variant variant, Part part, Set<String> fixed) {
        Stream<Expression> right = Stream.concat(
                Stream.of(variant.expect(part)), part.accept().stream().map(Accept::expect));
        return Stream.concat(right, part.mistakes().stream().map(Mistake::expect))
                .anyMatch(expect -> variant.question().isDrawn(expect, part, fixed));
    }

    private static void find(Part part, List<Candidate> candidates, Kind wanted, List<Collision> found) {
        Map<Set<String>, Collision> pairs = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (int j = 0; j < i; j++) {
                Candidate mistake = candidates.get(i);
                Candidate other = candidates.get(j);
                boolean drawn = mistake.drawn() || other.drawn();
                if (!mistake.matters(other) || mistake.name().equals(other.name()) || drawn != (wanted == Kind.DRAWN)) {
                    continue;
                }
                Set<String> pair = Set.of(mistake.name(), other.name());
                if (!part.mayEqual().contains(pair) && !pairs.containsKey(pair) && isSame(part, mistake, other)) {
                    pairs.put(pair, new Collision(part.id(), mistake.name(), other.name()));
                }
            }
        }
        found.addAll(pairs.values());
    }

    private static boolean isSame(Part part, Candidate mistake, Candidate other) {
        PartType type = part.type();
        return type.compare(mistake.answer(), other.answer(), part).isEqual()
                || (!other.name().equals(Part.KEY)
                        && type.compare(other.answer(), mistake.answer(), part).isEqual());
    }
}
