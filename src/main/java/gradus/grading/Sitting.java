package gradus.grading;

import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Convention;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grades all parts of a variant in their order under one convention, handing what later parts need from one to the next. */
final class Sitting {
    private final Variant variant;
    private final Map<String, String> responses;
    private final @Nullable Convention convention;
    /** Readings of earlier parts that may stand in for their keys. */
    private final Map<String, StandIn> diagnosed = new HashMap<>();
    /** Those and the ones that are wrong for no known reason. */
    private final Map<String, StandIn> any = new HashMap<>();

    private final Set<String> costOnce = new HashSet<>();

    Sitting(Variant variant, Map<String, String> responses, @Nullable Convention convention) {
        this.variant = variant;
        this.responses = responses;
        this.convention = convention;
    }

    Result grade() {
        List<PartResult> results = new ArrayList<>();
        for (Part part : variant.question().parts()) {
            results.add(grade(part));
        }
        return new Result(results);
    }

    private PartResult grade(Part part) {
        Reading reading = new Reading.Blank();
        try {
            reading = part.type().read(responses.getOrDefault(part.id(), ""), part, variant);
            PartResult result = grade(part, reading);
            remember(part, result);
            return result;
        } catch (RuntimeException | StackOverflowError failed) {
            return PartResult.ungraded(part, reading, Message.of("grading.failed", part.id(), reason(failed)));
        }
    }

    private static Object reason(Throwable failed) {
        return failed instanceof gradus.expression.ExpressionException known
                ? known.problem()
                : failed.getClass().getSimpleName();
    }

    private PartResult grade(Part part, Reading reading) {
        if (reading instanceof Reading.Read read) {
            if (part.expect() == null) {
                return PartResult.unscored(part, reading, Verdict.UNGRADED);
            }
            return new PartGrading(part, read, variant, convention).grade(standIns(part), costOnce);
        }
        return PartResult.unscored(
                part, reading, reading instanceof Reading.Blank ? Verdict.BLANK : Verdict.UNREADABLE);
    }

    /** The readings that stand in for the keys of the parts that this part's key builds on. */
    private Map<String, Answer> standIns(Part part) {
        Map<String, StandIn> usable = part.followThrough().anyReading() ? any : diagnosed;
        if (usable.isEmpty() || part.followThrough().credit() == 0) {
            return Map.of();
        }
        Map<String, Answer> behind = new HashMap<>();
        boolean differs = false;
        for (String earlier : variant.question().partsBehind(variant.expect(part), part)) {
            StandIn standIn = usable.get(earlier);
            if (standIn != null) {
                behind.put(earlier, standIn.answer());
                differs |= standIn.differs();
            }
        }
        return differs ? behind : Map.of();
    }

    private void remember(Part part, PartResult result) {
        if (part.expect() == null || !(result.reading() instanceof Reading.Read read)) {
            return;
        }
        StandIn standIn = StandIn.of(read.answer(), variant.key(part));
        if (standIn == null || result.verdict() == Verdict.UNGRADED) {
            return;
        }
        any.put(part.id(), standIn);
        if (isExplained(result)) {
            diagnosed.put(part.id(), standIn);
        }
    }

    /** Whether it is known how the answer came about; a single number that is some multiple of the key explains nothing. */
    private static boolean isExplained(PartResult result) {
        long right = result.cells().stream()
                .filter(cell -> cell == Verdict.CORRECT || cell == Verdict.FOLLOWS_THROUGH)
                .count();
        boolean anyMultiple =
                Structure.FACTOR.equals(result.mistake()) && result.cells().size() == 1;
        return result.verdict() == Verdict.CORRECT
                || result.verdict() == Verdict.FOLLOWS_THROUGH
                || result.mistake() != null && !anyMultiple
                || 2 * right > result.cells().size();
    }
}
