package gradus.grading;

import gradus.grading.fault.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A result on a variant with the faults that give it, the likeliest first. */
final class Outcome<T> {
    /** The share of all that explains an answer which must lie at one place for that to be told. */
    private static final double MOST = 0.5;

    private final T value;
    private final List<Fault> faults;

    Outcome(T value) {
        this(value, new ArrayList<>());
    }

    private Outcome(T value, List<Fault> faults) {
        this.value = value;
        this.faults = faults;
    }

    T value() {
        return value;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The outcomes without the faults in the work for parts that are known to be done right; those alone that have faults left. */
    static <T> List<Outcome<T>> without(Set<String> done, List<Outcome<T>> outcomes) {
        return done.isEmpty()
                ? outcomes
                : outcomes.stream()
                        .map(outcome -> outcome.without(done))
                        .filter(outcome -> !outcome.faults.isEmpty())
                        .toList();
    }

    private Outcome<T> without(Set<String> done) {
        List<Fault> others = faults.stream()
                .filter(fault -> fault.writtenOut().stream().noneMatch(done::contains))
                .toList();
        return others.size() == faults.size() ? this : new Outcome<>(value, others);
    }

    /**
     * The place where most of what explains an answer lies, by how likely it is: a sub-expression, or else the formula of a
     * step; null where it lies here and there.
     */
    static @Nullable FaultFound place(List<? extends Outcome<?>> outcomes) {
        FaultFound place = heaviest(outcomes, Fault::at);
        return place != null ? place : heaviest(outcomes, fault -> fault.right().text());
    }

    private static @Nullable FaultFound heaviest(List<? extends Outcome<?>> outcomes, Function<Fault, String> placed) {
        Map<FaultFound, Double> weights = new LinkedHashMap<>();
        double total = 0;
        for (Outcome<?> outcome : outcomes) {
            for (Fault fault : outcome.faults) {
                weights.merge(
                        new FaultFound(null, null, fault.part(), placed.apply(fault)), fault.weight(), Double::sum);
                total += fault.weight();
            }
        }
        for (Map.Entry<FaultFound, Double> place : weights.entrySet()) {
            if (place.getValue() > MOST * total) {
                return place.getKey();
            }
        }
        return null;
    }
}
