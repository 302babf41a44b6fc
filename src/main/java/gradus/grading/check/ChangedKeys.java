package gradus.grading.check;

import gradus.expression.value.ExpressionException;
import gradus.grading.Grader;
import gradus.grading.Verdict;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Keys that were noticeably changed and typed in their own place: each must score less than its key. */
final class ChangedKeys {
    private ChangedKeys() {}

    /** Reports those that still score full. */
    static void ofFull(Variant variant, List<Part> parts, BiConsumer<Part, String> found) {
        for (Part part : parts) {
            String typed = changed(variant, part);
            if (typed != null
                    && Grader.grade(variant, Map.of(part.id(), typed))
                                    .part(part.id())
                                    .verdict()
                            == Verdict.CORRECT) {
                found.accept(part, typed);
            }
        }
    }

    private static @Nullable String changed(Variant variant, Part part) {
        try {
            return part.type().changed(variant.key(part), part);
        } catch (ExpressionException failed) {
            return null;
        }
    }
}
