package gradus.result;

import java.time.Instant;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The latest response to one part, with its score.
 *
 * @param asked where it stands in the exam
 * @param content the raw text; null where nothing was typed
 * @param outcome what grading made of it
 * @param standing as what its attempt enters the results
 */
record ExportedResponse(
        Examinee examinee,
        UUID attempt,
        int number,
        @Nullable String endedBy,
        AskedLabel asked,
        int variant,
        String part,
        @Nullable String content,
        @Nullable Instant arrived,
        boolean late,
        Outcome outcome,
        String standing) {
    /**
     * What grading made of a response.
     *
     * @param verdict null while the attempt is running, and for variants that were replaced by another draw
     */
    record Outcome(
            @Nullable String verdict,
            @Nullable BigFraction score,
            @Nullable BigFraction points,
            @Nullable String mistake,
            @Nullable String kind) {}
}
