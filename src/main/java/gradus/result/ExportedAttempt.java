package gradus.result;

import java.time.Instant;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as a row of an export.
 *
 * @param due the deadline in force, in which a student's own allowance is counted
 * @param standing as what it enters the results: COUNTS, VOID, EXCUSED or ABSENT
 * @param late whether something came after the end, within the grace
 */
record ExportedAttempt(
        Examinee examinee,
        UUID attempt,
        int number,
        Instant started,
        @Nullable Instant submitted,
        @Nullable Instant due,
        @Nullable String endedBy,
        boolean late,
        @Nullable BigFraction score,
        @Nullable BigFraction graded,
        @Nullable BigFraction points,
        String standing) {}
