package gradus.grading;

import gradus.expression.ExpressionException;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Convention;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grades all parts of a variant in their order under one convention, handing what later parts need from one to the next. */
final class QuestionGrading {
    private final Variant variant;
    private final Map<String, String> responses;
    private final @Nullable Convention convention;
    private final Map<String, PartResult> done = new HashMap<>();
    private final Set<String> costOnce = new HashSet<>();

    QuestionGrading(Variant variant, Map<String, String> responses, @Nullable Convention convention) {
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
            done.put(part.id(), result);
            return result;
        } catch (RuntimeException | StackOverflowError failed) {
            return PartResult.ungraded(part, reading, Message.of("grading.failed", part.id(), reason(failed)));
        }
    }

    private static Object reason(Throwable failed) {
        return failed instanceof ExpressionException known
                ? known.problem()
                : failed.getClass().getSimpleName();
    }

    private PartResult grade(Part part, Reading reading) {
        if (reading instanceof Reading.Read read) {
            if (part.expect() == null) {
                return PartResult.unscored(part, reading, Verdict.UNGRADED);
            }
            return new PartGrading(part, read, variant, convention).grade(() -> standIns(part), costOnce);
        }
        return PartResult.unscored(
                part, reading, reading instanceof Reading.Blank ? Verdict.BLANK : Verdict.UNREADABLE);
    }

    /** The readings that stand in for the keys of what this part builds on; none where they change nothing. */
    private Map<String, Answer> standIns(Part part) {
        if (done.isEmpty() || part.followThrough().credit() == 0) {
            return Map.of();
        }
        Map<String, Answer> standIns = new HashMap<>();
        boolean differs = false;
        for (String earlier : partsBehind(part)) {
            StandIn standIn = standIn(earlier, part.followThrough().anyReading());
            if (standIn != null) {
                standIns.put(earlier, standIn.answer());
                differs |= standIn.differs();
            }
        }
        return differs ? standIns : Map.of();
    }

    /** The earlier parts that the part's key or one of its mistakes builds on. */
    private Set<String> partsBehind(Part part) {
        return variant.kept("parts behind " + part.id(), () -> {
            Set<String> behind = new LinkedHashSet<>(variant.question().partsBehind(variant.expect(part), part));
            part.mistakes().forEach(mistake -> behind.addAll(variant.question().partsBehind(mistake.expect(), part)));
            return behind;
        });
    }

    private @Nullable StandIn standIn(String earlier, boolean any) {
        PartResult result = done.get(earlier);
        if (result == null
                || !(result.reading() instanceof Reading.Read read)
                || result.verdict() == Verdict.UNGRADED
                || !any && !isExplained(result)) {
            return null;
        }
        return StandIn.of(read.answer(), variant.key(variant.question().part(earlier)));
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
