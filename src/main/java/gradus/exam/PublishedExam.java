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

    /** Whether it is a timed exam, with dates or opened by hand, that is open to somebody now. */
    public boolean isUnderWay(Instant now) {
        Policy policy = exam.policy();
        boolean dated = policy.limits().opens() != null || policy.limits().closes() != null;
        return !policy.isPractice()
                && (dated || control.state() == ManualOpening.State.OPEN)
                && schedule(Candidate.GUEST).isOpenToSomebody(now);
    }
}
