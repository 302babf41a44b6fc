package gradus.grading;

import gradus.expression.value.ExpressionException;
import gradus.question.DerivedProcedures;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.List;

/** The faults that a file names by their ids, for the drawing of variants on which they are no right answers. */
public final class NamedFaults implements DerivedProcedures {
    /** Made by the platform, which asks for it. */
    public NamedFaults() {}

    @Override
    public List<Variant.Wrong> of(Variant variant, Part part) {
        try {
            return KnownProcedures.withFaults(variant, part).stream()
                    .filter(known -> known.fault() != null)
                    .map(KnownProcedures.Known::wrong)
                    .toList();
        } catch (ExpressionException unkeyed) {
            return List.of();
        }
    }
}
