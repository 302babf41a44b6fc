package gradus.exam;

/**
 * An exam as its current file has it, with what an instructor has said about it being open.
 *
 * @param revision the revision of its file
 * @param pauses when it stood still for all
 */
public record PublishedExam(String course, String revision, Exam exam, ManualOpening control, Pauses pauses) {
    public Schedule schedule(Candidate candidate) {
        return Schedule.of(exam.policy(), control, pauses, candidate);
    }
}
