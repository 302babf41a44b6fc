package gradus.grading;

import gradus.expression.value.ExpressionException;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.grading.fault.Fault;
import gradus.grading.fault.Faults;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Tolerance;
import gradus.question.Variant;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The faults of a numeric part with their results on a variant. Faults with the same result stand together; a result that
 * anybody could type who knows nothing is left out. What may not be named, because it could be another part's answer or
 * would give the key away, still tells where an answer goes wrong.
 */
final class NumberFaults {
    private static final double SAME = 1e-9;
    private static final List<Double> FACTORS = List.of(-1.0, 2.0, 0.5, -2.0, -0.5, 4.0, 0.25);
    private static final double FAR_SMALLER = 1000;

    /** How much likelier one of two descriptions of the same procedure must be to be told. */
    private static final double LIKELIER = 2;

    private final Part part;
    private final Variant variant;
    private final Answer.Plain key;
    private final Tensor right;
    private final @Nullable Plainness plain;
    private final boolean mayBeNegative;
    private final Set<Mark> taken = new HashSet<>();
    private final Outcomes single;

    private NumberFaults(Variant variant, Part part, Answer.Plain key) {
        this.variant = variant;
        this.part = part;
        this.key = key;
        this.right = key.value().asTensor();
        this.plain = Plainness.of(key);
        this.mayBeNegative = Arrays.stream(right.cells()).anyMatch(cell -> cell < 0);
        for (Part other : variant.question().parts()) {
            Tensor cells = other == part || other.expect() == null ? null : Suspect.numbers(variant.key(other));
            if (cells != null) {
                taken.add(Mark.of(cells));
            }
        }
        this.single = outcomes(Faults.of(variant, part).single());
    }

    /** The faults of a part with its key on a variant, worked out once. */
    static NumberFaults of(Variant variant, Part part, Answer.Plain key) {
        return variant.kept("faults of " + part.id(), () -> new NumberFaults(variant, part, key));
    }

    /**
     * The results of faults.
     *
     * @param told those that may be named
     * @param untold those that only tell a place
     */
    private record Outcomes(List<Outcome<Likeness>> told, List<Outcome<Likeness>> untold) {}

    private Outcomes outcomes(List<Fault> faults) {
        Map<Mark, Outcome<Likeness>> told = new LinkedHashMap<>();
        Map<Mark, Outcome<Likeness>> untold = new LinkedHashMap<>();
        for (Fault fault : faults) {
            if (fault.isOff(part) || fault.writtenOut().stream().anyMatch(variant::standsIn)) {
                continue;
            }
            Answer.Plain answer = answer(fault);
            Tensor cells = answer == null ? null : Suspect.numbers(answer);
            if (answer == null
                    || cells == null
                    || !isTypeable(cells)
                    || isNoRate(fault)
                    || isStock(Plainness.of(answer))) {
                continue;
            }
            Mark mark = Mark.of(cells);
            boolean mayBeNamed = !taken.contains(mark) && !isMultipleOfOne(fault, cells);
            Map<Mark, Outcome<Likeness>> among = mayBeNamed ? told : untold;
            Outcome<Likeness> known = among.get(mark);
            if (known == null) {
                Likeness likeness = Likeness.of(answer, key, part.tolerance(), part.strictOrientation());
                if (likeness.telling() == 0) {
                    continue;
                }
                known = new Outcome<>(likeness);
                among.put(mark, known);
            }
            known.faults().add(fault);
        }
        return new Outcomes(List.copyOf(told.values()), List.copyOf(untold.values()));
    }

    /** The result of a fault, in which whole numbers are exact where the key's are; null if it cannot be computed. */
    private Answer.@Nullable Plain answer(Fault fault) {
        try {
            Answer answer = part.type().answer(fault.wrong(), part, variant);
            if (!answer.isFinite()
                    || !(answer instanceof Answer.Plain plain)
                    || !plain.value().isNumeric()) {
                return null;
            }
            double[] cells = plain.value().asTensor().cells();
            boolean[] exact = new boolean[cells.length];
            for (int i = 0; i < cells.length; i++) {
                exact[i] = key.tolerance(i, part.tolerance()) == Tolerance.EXACT && cells[i] == Math.rint(cells[i]);
            }
            return new Answer.Plain(plain.value(), exact);
        } catch (ExpressionException impossible) {
            return null;
        }
    }

    /** Whether a fault merely scales a single number, so that who is told its kind knows the key. */
    private boolean isMultipleOfOne(Fault fault, Tensor cells) {
        double ratio = cells.cell(0) / right.cell(0);
        return fault.tellsFactor()
                && cells.size() == 1
                && FACTORS.stream().anyMatch(factor -> Math.abs(ratio / factor - 1) < SAME);
    }

    /** Whether a fault takes 1 − x of what is no rate. */
    private boolean isNoRate(Fault fault) {
        Value rate = fault.takesComplement() ? variant.scope().get(fault.at()) : null;
        return rate != null
                && rate.isNumeric()
                && Arrays.stream(rate.asTensor().cells()).anyMatch(cell -> cell < 0 || cell > 1);
    }

    /** Whether somebody who counts could get this: nothing below zero and no fractions. */
    private boolean isTypeable(Tensor cells) {
        return !part.type().isCounted()
                || Arrays.stream(cells.cells())
                        .allMatch(cell -> (cell >= 0 || mayBeNegative) && cell == Math.rint(cell));
    }

    private boolean isStock(@Nullable Plainness wrong) {
        return wrong == null
                || plain == null
                || wrong.isZero()
                || wrong.isConstant() && !plain.isConstant()
                || wrong.isOnlyUnits() && !plain.isOnlyUnits();
    }

    /** A result, the same for numbers that differ only by rounding errors. */
    private record Mark(String shape, LongBuffer cells) {
        private static final int ROUNDED = 22;

        static Mark of(Tensor tensor) {
            long[] cells = new long[tensor.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = (Double.doubleToLongBits(tensor.cell(i) + 0.0) + (1L << (ROUNDED - 1))) >> ROUNDED;
            }
            boolean vector = tensor.size() == tensor.rows() || tensor.size() == tensor.columns();
            return new Mark(vector ? "" : tensor.shapeText(), LongBuffer.wrap(cells));
        }
    }

    /**
     * The faults that give exactly this answer; one is named only if chance would hardly do so.
     *
     * @param done the parts that the student has right, in whose work nothing went wrong
     */
    Blame whole(Tensor given, Set<String> done) {
        if (knowsNothing(given)) {
            return Blame.NONE;
        }
        List<Outcome<Likeness>> tried = Outcome.without(done, single.told());
        List<Outcome<Likeness>> explaining = explaining(tried, given);
        if (explaining.isEmpty()) {
            Blame unnamed = placed(explaining(Outcome.without(done, single.untold()), given));
            if (unnamed != Blame.NONE) {
                return unnamed;
            }
            List<Outcome<Likeness>> further = Outcome.without(done, pairs());
            explaining = explaining(further, given);
            if (explaining.isEmpty()) {
                return Blame.NONE;
            }
            tried = Stream.concat(tried.stream(), further.stream()).toList();
        }
        if (taken.contains(Mark.of(given)) || Slips.isShuffled(given, right)) {
            return placed(explaining);
        }
        Chance chance = Chance.of(given, right, key.tolerance(0, part.tolerance()));
        Blame.Search search = new Blame.Search(this::sayTheSame);
        for (Outcome<Likeness> outcome : tried) {
            int telling = outcome.value().telling();
            search.tried(
                    outcome,
                    chance.ofAgreeing(telling, telling),
                    outcome.value().isWhole(given));
        }
        Blame blame = search.found(Slips.isOfDigits(given, right));
        return blame.fault() == null ? blame : orElsewhere(blame, tried, given);
    }

    private static List<Outcome<Likeness>> explaining(List<Outcome<Likeness>> tried, Tensor given) {
        List<Outcome<Likeness>> explaining = List.of();
        for (Outcome<Likeness> outcome : tried) {
            if (outcome.value().isWhole(given)) {
                explaining = explaining.isEmpty() ? new ArrayList<>() : explaining;
                explaining.add(outcome);
            }
        }
        return explaining;
    }

    private static Blame placed(List<Outcome<Likeness>> explaining) {
        return explaining.isEmpty() ? Blame.NONE : new Blame(null, Outcome.place(explaining), null);
    }

    /** Names no fault where somebody on another variant could as well be right. */
    private Blame orElsewhere(Blame blame, List<Outcome<Likeness>> tried, Tensor given) {
        for (Outcome<Likeness> outcome : tried) {
            if (outcome.value().isWhole(given) && Elsewhere.alike(variant, part, outcome.value()) > 0) {
                return new Blame(null, Outcome.place(List.of(outcome)), null);
            }
        }
        return blame;
    }

    /** Whether somebody could get this who knows nothing, or who only put the right numbers in other places. */
    private boolean knowsNothing(Tensor given) {
        if (Slips.isRounded(given, right)) {
            return true;
        }
        Plainness typed = Plainness.of(new Answer.Plain(TensorValue.exactly(given)));
        return isStock(typed) || typed != null && plain != null && typed.largest() * FAR_SMALLER < plain.largest();
    }

    /** The faults that nearly give this answer, none of them in the work for parts that the student has right. */
    Blame nearly(Tensor given, Set<String> done) {
        List<Outcome<Likeness>> tried = Outcome.without(done, single.told());
        if (!isNearOne(tried, given)
                || knowsNothing(given)
                || taken.contains(Mark.of(given))
                || Slips.isShuffled(given, right)) {
            return Blame.NONE;
        }
        Chance chance = Chance.of(given, right, key.tolerance(0, part.tolerance()));
        Blame.Search search = new Blame.Search(this::sayTheSame);
        Nearness nearness = null;
        for (Outcome<Likeness> outcome : tried) {
            int telling = outcome.value().telling();
            if (Nearness.canBe(telling)) {
                int agreeing = outcome.value().nearly(given);
                nearness = agreeing > 0 ? new Nearness(agreeing, telling) : nearness;
                search.tried(outcome, chance.ofAgreeing(Nearness.needed(telling), telling), agreeing > 0);
            }
        }
        Blame blame = search.found(false);
        return nearness == null ? blame : blame.nearly(nearness);
    }

    private static boolean isNearOne(List<Outcome<Likeness>> tried, Tensor given) {
        for (Outcome<Likeness> outcome : tried) {
            if (outcome.value().nearly(given) > 0) {
                return true;
            }
        }
        return false;
    }

    private List<Outcome<Likeness>> pairs() {
        return variant.kept(
                "pairs of faults of " + part.id(),
                () -> outcomes(Faults.of(variant, part).pairs()).told());
    }

    /**
     * Whether all faults of an outcome are the same procedure, written in several ways, and none that would be told in other
     * words is nearly as likely as the first.
     */
    private boolean sayTheSame(Outcome<?> outcome) {
        Fault first = outcome.faults().get(0);
        Jitter jitter = Jitter.of(variant);
        return outcome.faults().stream()
                .skip(1)
                .allMatch(other -> (other.procedure().equals(first.procedure()) || jitter.agree(first, other, part))
                        && (other.kinds().equals(first.kinds()) || LIKELIER * other.weight() <= first.weight()));
    }
}
