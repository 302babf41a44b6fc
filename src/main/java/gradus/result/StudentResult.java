package gradus.result;

import java.time.Instant;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** A student and the best attempt of an exam. */
record StudentResult(Examinee examinee, Best best) {
    /**
     * The attempt that counts for a student.
     *
     * @param attempts how many the student has; null for none
     * @param attempt null where the student has none
     * @param score null while it is running, and where it does not count
     * @param standing as what it enters the results, or what staff said of who has none; null for neither
     */
    record Best(
            @Nullable Long attempts,
            @Nullable UUID attempt,
            @Nullable Integer number,
            @Nullable Instant started,
            @Nullable Instant submitted,
            @Nullable String endedBy,
            @Nullable Boolean late,
            @Nullable BigFraction score,
            @Nullable BigFraction graded,
            @Nullable BigFraction points,
            @Nullable String standing) {
        /** Of a student who has no attempt. */
        static Best none(@Nullable String standing) {
            return new Best(null, null, null, null, null, null, null, null, null, null, standing);
        }

        /** Whether its score is the student's. */
        boolean counts() {
            return "COUNTS".equals(standing);
        }
    }
}
