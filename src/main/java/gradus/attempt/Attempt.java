package gradus.attempt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One student's sitting of an exam.
 *
 * @param examRevision the revision of the exam's file that it was begun with
 * @param number the person's first, second, … attempt of this exam
 * @param submitted when it ended; null while it runs
 * @param endedBy who ended it; null while it runs
 * @param deadline the one in force, while it runs
 */
public record Attempt(
        String course,
        UUID id,
        String exam,
        String examRevision,
        UUID person,
        int number,
        Instant started,
        @Nullable Instant submitted,
        @Nullable Ending endedBy,
        Deadline deadline,
        Standing standing) {
    /** Who ended an attempt. */
    public enum Ending {
        STUDENT,
        TIME,
        /** Staff closed the exam by hand. */
        CLOSING
    }

    Attempt with(Deadline other) {
        return new Attempt(
                course, id, exam, examRevision, person, number, started, submitted, endedBy, other, standing);
    }

    /** What an attempt is in the results of its exam. */
    public enum Standing {
        COUNTS,
        /** Staff trying the exam out; it enters no results. */
        TRY_OUT,
        /** Declared void by staff; it stays in the list and its score does not count. */
        VOID,
        /** Its student is excused: whatever they sat does not count, and nothing is missing. */
        EXCUSED,
        /** Its student was absent as staff have noted: whatever they sat does not count. */
        ABSENT
    }

    /** Whether staff have said that it does not count. */
    public boolean isSetAside() {
        return standing != Standing.COUNTS && standing != Standing.TRY_OUT;
    }

    /** Where its student goes on with it, and finds its result. */
    public String url() {
        return "/attempts/" + id;
    }

    public boolean isRunning() {
        return submitted == null;
    }
}
