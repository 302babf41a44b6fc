package gradus.grading.check;

import gradus.expression.value.ExpressionException;
import gradus.grading.Grader;
import gradus.grading.Result;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sheets of students who slip in one part and work on rightly from there: the slips are the part's mistakes and its changed
 * key. Where no rule keeps a slip from being carried on, the parts behind it must score full.
 */
final class FollowedSlips {
    private final Variant variant;
    private final List<Part> parts;

    private FollowedSlips(Variant variant, List<Part> parts) {
        this.variant = variant;
        this.parts = parts;
    }

    /** A later part that lost points to a slip in an earlier one; the slip as it was typed. */
    record Lost(String early, String slip, String later) {}

    /** Tells of points that were lost to slips. */
    static void lost(Variant variant, List<Part> parts, Consumer<Lost> found) {
        FollowedSlips slips = new FollowedSlips(variant, parts);
        for (Part early : parts) {
            if (parts.stream().anyMatch(later -> slips.isBehind(later, early))) {
                slips.of(early).forEach(slip -> slips.follow(early, slip, found));
            }
        }
    }

    private boolean isBehind(Part later, Part early) {
        return variant.question().partsBehind(variant.expect(later), later).contains(early.id());
    }

    private List<Answer> of(Part early) {
        List<Answer> slips = new ArrayList<>();
        variant.mistakes(early).forEach(wrong -> slips.add(wrong.answer()));
        try {
            Answer key = variant.key(early);
            String changed = early.type().changed(key, early);
            if (changed != null && early.type().read(changed, early, variant) instanceof Reading.Read read) {
                slips.add(read.answer());
            }
            slips.removeIf(slip -> early.type().compare(slip, key, early).isEqual());
        } catch (ExpressionException noKey) {
            slips.clear();
        }
        return slips;
    }

    private void follow(Part early, Answer slip, Consumer<Lost> found) {
        Variant seen = variant.following(Map.of(early.id(), slip));
        Map<String, String> sheet = new LinkedHashMap<>();
        for (Part part : parts) {
            String typed = typed(part, part == early ? slip : worked(seen, part));
            if (typed == null) {
                return;
            }
            sheet.put(part.id(), typed);
        }
        Result result = Grader.grade(variant, sheet);
        for (Part later : parts) {
            if (isBehind(later, early)
                    && later.followThrough().credit() == 1
                    && !result.part(later.id()).score().equals(later.points())
                    && Grader.isCarriedOn(variant, sheet, later)) {
                found.accept(new Lost(early.id(), sheet.getOrDefault(early.id(), ""), later.id()));
            }
        }
    }

    /** What comes of working on; null where nothing does, as behind the number of a row that is not there. */
    private static @Nullable Answer worked(Variant seen, Part part) {
        try {
            return seen.key(part);
        } catch (ExpressionException impossible) {
            return null;
        }
    }

    /** How a student would type an answer; null where nobody could, as with half a row. */
    private @Nullable String typed(Part part, @Nullable Answer answer) {
        if (answer == null || !answer.isFinite()) {
            return null;
        }
        String typed = part.type().print(answer, part);
        return part.type().read(typed, part, variant) instanceof Reading.Read ? typed : null;
    }
}
