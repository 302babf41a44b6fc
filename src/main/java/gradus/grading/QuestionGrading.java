package gradus.grading;

import gradus.expression.value.ExpressionException;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Convention;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grades all parts of a variant in order under one convention and hands earlier readings on to later parts. */
final class QuestionGrading {
    private final Variant variant;
    private final Map<String, String> responses;
    private final @Nullable Convention convention;
    private final StandIns standIns;
    private final Set<String> costOnce = new HashSet<>();

    QuestionGrading(Variant variant, Map<String, String> responses, @Nullable Convention convention) {
        this.variant = variant;
        this.responses = responses;
        this.convention = convention;
        this.standIns = new StandIns(variant);
    }

    Result grade() {
        List<PartResult> results = new ArrayList<>();
        for (Part part : variant.question().parts()) {
            results.add(grade(part));
        }
        return new Result(results);
    }

    /** How a part with this answer follows from the readings before it. */
    Following following(Part part, Answer answer) {
        return standIns.of(part, answer);
    }

    private PartResult grade(Part part) {
        Reading reading = new Reading.Blank();
        try {
            reading = part.type().read(responses.getOrDefault(part.id(), ""), part, variant);
            PartResult result = grade(part, reading);
            standIns.add(result);
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
            return new PartGrading(part, read, variant, convention)
                    .grade(() -> standIns.of(part, read.answer()), costOnce);
        }
        return PartResult.unscored(
                part, reading, reading instanceof Reading.Blank ? Verdict.BLANK : Verdict.UNREADABLE);
    }
}
