package gradus.rubric;

import gradus.web.Secret;
import java.util.UUID;

/** The part of a question of an exam whose answers are graded one after the other. */
public record QueuePart(String exam, String question, String part) {
    private static final int CODE = 12;

    /**
     * The name of an answer in the queue. It tells nothing of the student, and its order is a random one that is the same for
     * everybody.
     */
    String code(UUID attempt, int position) {
        return Secret.hash(exam + "/" + question + "/" + part + "/" + attempt + "/" + position)
                .substring(0, CODE);
    }

    /** The address of its desk in a course. */
    public String url(String course) {
        return "/courses/" + course + "/exams/" + exam + "/queue/" + question + "/" + part;
    }
}
