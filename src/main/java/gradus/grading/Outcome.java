package gradus.grading;

import gradus.grading.fault.Fault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A result on a variant with the faults that give it, the likeliest first. */
final class Outcome<T> {
    private final T value;
    private final List<Fault> faults = new ArrayList<>();

    Outcome(T value) {
        this.value = value;
    }

    T value() {
        return value;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The place that all faults of some outcomes share; null if there is none. */
    static @Nullable FaultFound place(List<? extends Outcome<?>> outcomes) {
        Set<String> parts = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>();
        Set<String> formulas = new LinkedHashSet<>();
        for (Outcome<?> outcome : outcomes) {
            for (Fault fault : outcome.faults()) {
                parts.add(fault.part());
                places.add(fault.at());
                formulas.add(fault.right().text());
            }
        }
        if (parts.size() != 1) {
            return null;
        }
        String part = parts.iterator().next();
        if (places.size() == 1) {
            return new FaultFound(null, null, part, places.iterator().next());
        }
        return formulas.size() == 1
                ? new FaultFound(null, null, part, formulas.iterator().next())
                : null;
    }
}
