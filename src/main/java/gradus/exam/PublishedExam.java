package gradus.exam;

import java.time.Instant;

/**
 * An exam as its current file has it, with what an instructor has said about it being open.
 *
 * @param revision the revision of its file
 * @param pauses when it stood still for all
 * @param release what an instructor has said about its results being shown
 */
public record PublishedExam(
        String course, String revision, Exam exam, ManualOpening control, Pauses pauses, Release release) {
    public Schedule schedule(Candidate candidate) {
        return Schedule.of(exam.policy(), control, pauses, candidate).under(release);
    }

    /** Whether it is a timed exam that a class sits, with dates or opened or closed by hand, and not one to try at any time. */
    public boolean isScheduled() {
        return !exam.policy().isPractice() && (isDated() || control.state() != ManualOpening.State.BY_FILE);
    }

    /** Whether it is a timed exam, with dates or opened by hand, that is open to somebody now. */
    public boolean isUnderWay(Instant now) {
        return !exam.policy().isPractice()
                && (isDated() || control.state() == ManualOpening.State.OPEN)
                && schedule(Candidate.GUEST).isOpenToSomebody(now);
    }

    private boolean isDated() {
        return exam.policy().limits().opens() != null || exam.policy().limits().closes() != null;
    }
}
