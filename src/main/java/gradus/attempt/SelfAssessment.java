package gradus.attempt;

import java.time.Instant;
import java.util.List;

/**
 * What a student ticked of a part's rubric in practice; it stands beside the score and enters no total.
 *
 * @param ticked ids of criteria, joined by commas
 */
public record SelfAssessment(long seq, PartKey key, String ticked, Instant assessed) {
    public List<String> criteria() {
        return ticked.isEmpty() ? List.of() : List.of(ticked.split(",", -1));
    }
}
