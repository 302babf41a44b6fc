package gradus.grading;

import gradus.grading.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer departs from the right work, and if it is named, by what; for staff and programs.
 *
 * @param id the fault's; null where no name is given
 * @param kind the word of the kind of change; null where no name is given
 * @param part the part in whose work the place lies
 * @param at the sub-expression of the key
 */
public record FaultFound(@Nullable String id, @Nullable String kind, String part, String at) {
    static FaultFound of(Fault fault) {
        return new FaultFound(fault.id(), fault.kind(), fault.part(), fault.at());
    }
}
