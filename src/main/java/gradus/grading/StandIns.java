package gradus.grading;

import gradus.expression.Expression;
import gradus.expression.value.ExpressionException;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Reading;
import gradus.question.Variant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of a student's readings stand in for keys where later parts depend on them. A slip need not be explained for the work
 * after it to count, but an answer that anybody could type who knows nothing earns no follow-through.
 */
final class StandIns {
    /** The largest factor by which a reading may be smaller or larger than its key. */
    private static final double MOST_TIMES = 1_000;

    private final Variant variant;
    private final Map<String, PartResult> done = new HashMap<>();
    private final Map<String, StandIn> known = new HashMap<>();
    private final Map<String, Following> followings = new HashMap<>();

    StandIns(Variant variant) {
        this.variant = variant;
    }

    /** Remembers what grading made of an earlier part. */
    void add(PartResult result) {
        done.put(result.id(), result);
    }

    /**
     * How a part follows from the readings before it.
     *
     * @param answer the student's answer to that part
     */
    Following of(Part part, Answer answer) {
        Following following = followings.get(part.id());
        if (following == null) {
            following = find(part, answer);
            followings.put(part.id(), following);
        }
        return following;
    }

    private Following find(Part part, Answer answer) {
        Set<String> behind = partsBehind(part);
        if (behind.isEmpty()) {
            return Following.NOTHING;
        }
        Set<String> right = new LinkedHashSet<>(behind);
        right.removeIf(earlier -> !isRight(earlier));
        if (part.followThrough().credit() == 0) {
            return new Following(null, Map.of(), null, null, right);
        }
        Map<String, Answer> readings = new HashMap<>();
        Map<String, Guard> unused = new LinkedHashMap<>();
        boolean differs = false;
        for (String earlier : behind) {
            StandIn standIn = standIn(earlier, part.followThrough().anyReading());
            if (standIn.answer() != null) {
                readings.put(earlier, standIn.answer());
                differs |= standIn.differs();
            } else if (standIn.guard() != null) {
                unused.put(earlier, standIn.guard());
            }
        }
        if (!differs) {
            return new Following(null, unused, null, null, right);
        }
        Guard guard = guard(part, answer, readings);
        if (guard != null) {
            return new Following(null, unused, guard, null, right);
        }
        Variant own = variant.following(readings);
        if (isInvented(part, readings.keySet())) {
            return new Following(null, unused, Guard.INVENTED, own, right);
        }
        return new Following(own, unused, isSimpler(part, own) ? Guard.SIMPLER : null, null, right);
    }

    private boolean isRight(String earlier) {
        PartResult result = done.get(earlier);
        return result != null && result.verdict() == Verdict.CORRECT;
    }

    /** The earlier parts that the part's key or one of its mistakes depends on. */
    private Set<String> partsBehind(Part part) {
        return variant.kept("parts behind " + part.id(), () -> {
            Question question = variant.question();
            Set<String> behind = new LinkedHashSet<>(question.partsBehind(variant.expect(part), part));
            KnownProcedures.of(variant, part)
                    .forEach(wrong ->
                            behind.addAll(question.partsBehind(wrong.mistake().expect(), part)));
            Set<String> inOrder = new LinkedHashSet<>();
            question.parts().stream().map(Part::id).filter(behind::contains).forEach(inOrder::add);
            return inOrder;
        });
    }

    private StandIn standIn(String earlier, boolean any) {
        PartResult result = done.get(earlier);
        StandIn standIn = known.get(earlier);
        if (standIn == null) {
            standIn = standIn(variant.question().part(earlier), result);
            known.put(earlier, standIn);
        }
        boolean unexplained = standIn.guard() == null && !any && result != null && !isExplained(result);
        return unexplained ? StandIn.unused(Guard.UNEXPLAINED) : standIn;
    }

    private StandIn standIn(Part earlier, @Nullable PartResult result) {
        if (result == null
                || !(result.reading() instanceof Reading.Read read)
                || result.verdict() == Verdict.UNGRADED) {
            return StandIn.unused(Guard.UNREAD);
        }
        Answer key = variant.key(earlier);
        StandIn standIn = StandIn.of(read.answer(), key, earlier);
        if (standIn.answer() == null || !standIn.differs()) {
            return standIn;
        }
        Guard guard = guard(standIn.answer(), key);
        return guard == null || isJustThat(earlier, read.answer()) ? standIn : StandIn.unused(guard);
    }

    /** The rule that keeps out a reading that nothing explains; null if none does. */
    private static @Nullable Guard guard(Answer reading, Answer key) {
        Plainness given = Plainness.of(reading);
        Plainness right = Plainness.of(key);
        if (given == null || right == null || right.isZero()) {
            return null;
        }
        if (given.isZero()) {
            return Guard.ZERO;
        }
        boolean stock = given.isOnlyUnits() && !right.isOnlyUnits() || given.isConstant() && !right.isConstant();
        if (stock) {
            return Guard.STOCK;
        }
        boolean numbers = reading instanceof Answer.Plain;
        boolean near =
                given.largest() * MOST_TIMES >= right.largest() && given.largest() <= MOST_TIMES * right.largest();
        return numbers && !near ? Guard.SIZE : null;
    }

    /** Whether an answer is exactly what a known mistake gives, or the part's own key on the readings before it. */
    private boolean isJustThat(Part part, Answer answer) {
        if (isMistake(variant, part, answer)) {
            return true;
        }
        Variant own = of(part, answer).own();
        try {
            return own != null
                    && (part.type().compare(answer, own.key(part), part).isEqual() || isMistake(own, part, answer));
        } catch (ExpressionException impossible) {
            return false;
        }
    }

    private static boolean isMistake(Variant variant, Part part, Answer answer) {
        return Suspect.all(variant, part).stream().anyMatch(suspect -> suspect.isWhole(answer));
    }

    /** The rule that keeps out the readings that the part's key uses, taken together; null if none does. */
    private @Nullable Guard guard(Part part, Answer answer, Map<String, Answer> readings) {
        Plainness given = Plainness.ofNothing();
        Plainness right = Plainness.ofNothing();
        Plainness own = Plainness.of(answer);
        Plainness key = Plainness.of(variant.key(part));
        boolean again = false;
        for (String used : variant.question().nearestParts(variant.expect(part), part, readings.keySet())) {
            Answer standing = readings.get(used);
            Plainness reading = standing instanceof Answer.Plain ? Plainness.of(standing) : null;
            Plainness its = Plainness.of(variant.key(variant.question().part(used)));
            if (reading != null && its != null) {
                given = given.and(reading);
                right = right.and(its);
                again |= own != null && key != null && own.isSameAs(reading) && !key.isSameAs(its);
            }
        }
        if (2 * given.different() < right.different()) {
            return Guard.FEW_NUMBERS;
        }
        boolean oneNumber = own != null
                && key != null
                && own.and(given).different() == 1
                && key.and(right).different() > 1;
        return again || oneNumber ? Guard.REPEATED : null;
    }

    /**
     * Whether a part only puts readings together that nothing speaks for. Whoever can add gets the total of numbers that were
     * made up; who slips in one of several has another right, or a slip that is known.
     */
    private boolean isInvented(Part part, Set<String> readings) {
        Question question = variant.question();
        Expression expect = variant.expect(part);
        Set<String> needed = new LinkedHashSet<>(readings);
        partsBehind(part).stream().filter(this::isZero).forEach(needed::add);
        if (!question.isOfPartsAlone(expect, part, needed)) {
            return false;
        }
        Set<String> used = question.nearestParts(expect, part, readings);
        used.removeIf(
                earlier -> isZero(earlier) || question.part(earlier).points().signum() == 0);
        int together = used.stream().mapToInt(earlier -> cells(earlier).length).sum();
        return together > cells(part.id()).length && used.stream().noneMatch(this::isSpokenFor);
    }

    /** Whether something of an earlier part is right or follows, other than a zero, or it is known what went wrong. */
    private boolean isSpokenFor(String earlier) {
        PartResult result = done.get(earlier);
        if (result == null) {
            return false;
        }
        Question question = variant.question();
        Part part = question.part(earlier);
        Set<String> before = done.keySet();
        boolean putTogether = result.verdict() == Verdict.FOLLOWS_THROUGH
                && question.isOfPartsAlone(variant.expect(part), part, before);
        boolean known = putTogether
                ? question.nearestParts(variant.expect(part), part, before).stream()
                        .anyMatch(this::isSpokenFor)
                : isExplained(result) || result.score().signum() > 0;
        if (known) {
            return true;
        }
        double[] due = cells(earlier);
        for (int i = 0; i < Math.min(due.length, result.cells().size()); i++) {
            if (due[i] != 0 && result.cells().get(i) == Verdict.CORRECT) {
                return true;
            }
        }
        return false;
    }

    private boolean isZero(String part) {
        double[] due = cells(part);
        return due.length > 0 && Arrays.stream(due).allMatch(cell -> cell == 0);
    }

    /** The numbers of a part's key; none where it is no array of numbers. */
    private double[] cells(String part) {
        Part keyed = variant.question().part(part);
        Tensor key = keyed.expect() == null ? null : Suspect.numbers(variant.key(keyed));
        return key == null ? new double[0] : key.cells();
    }

    /** Whether a part's key is simpler on the student's readings than the true key. */
    private boolean isSimpler(Part part, Variant own) {
        try {
            Answer followed = own.key(part);
            Answer key = variant.key(part);
            if (followed == key) {
                return false;
            }
            Plainness given = Plainness.of(followed);
            Plainness right = Plainness.of(key);
            return given != null && right != null && given.isSimplerThan(right);
        } catch (ExpressionException impossible) {
            return false;
        }
    }

    /** Whether a mistake or fault explains how an answer came about. */
    private static boolean isExplained(PartResult result) {
        List<Verdict> cells = result.cells();
        long right = cells.stream()
                .filter(cell -> cell == Verdict.CORRECT || cell == Verdict.FOLLOWS_THROUGH)
                .count();
        return result.verdict() == Verdict.CORRECT
                || result.verdict() == Verdict.FOLLOWS_THROUGH
                || result.mistake() != null
                || 2 * right > cells.size();
    }
}
