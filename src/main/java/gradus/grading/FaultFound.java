package gradus.grading;

import gradus.grading.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The place where an answer departs from the right work, and the fault if one is named; for staff and programs.
 *
 * @param id the fault's id; null if none is named
 * @param kind the kind of change; null if none is named
 * @param part the part in whose work the place lies
 * @param at the sub-expression of the key
 */
public record FaultFound(@Nullable String id, @Nullable String kind, String part, String at) {
    static FaultFound of(Fault fault) {
        return new FaultFound(fault.id(), fault.kind(), fault.part(), fault.at());
    }
}
