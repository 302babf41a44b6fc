package gradus.grading;

import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Reading;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What grading made of the response to one part.
 *
 * @param points what the part is worth in its question
 * @param cells a verdict for each cell of the reading, row-major; empty where the cells have no counterpart in the key
 * @param mistake the id of the mistake that was recognised, an author's or a built-in one, or else of the fault
 * @param fault where the answer departs from the right work if no written mistake was recognised; null if unknown
 * @param notes what only the instructor is told, such as an author's expression that fails on this variant
 */
public record PartResult(
        String id,
        BigFraction score,
        BigFraction points,
        Verdict verdict,
        Reading reading,
        List<Verdict> cells,
        @Nullable String mistake,
        @Nullable FaultFound fault,
        List<Feedback> feedback,
        List<Message> notes) {
    public PartResult {
        cells = List.copyOf(cells);
        feedback = List.copyOf(feedback);
        notes = List.copyOf(notes);
    }

    /** A result with nothing but a verdict: the response is blank, unreadable or waits for a person. */
    static PartResult unscored(Part part, Reading reading, Verdict verdict, Message... notes) {
        return new PartResult(
                part.id(),
                BigFraction.ZERO,
                part.points(),
                verdict,
                reading,
                List.of(),
                null,
                null,
                List.of(),
                List.of(notes));
    }

    static PartResult ungraded(Part part, Reading reading, Message note) {
        return unscored(part, reading, Verdict.UNGRADED, note);
    }

    /** Whether points wait for a person. */
    public boolean waits() {
        return verdict == Verdict.UNGRADED && points.signum() != 0;
    }
}
