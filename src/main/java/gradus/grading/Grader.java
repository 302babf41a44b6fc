package gradus.grading;

import gradus.question.Convention;
import gradus.question.Variant;
import java.util.Map;

/** Grades the responses to a variant: a pure function that never throws, whatever was typed. */
public final class Grader {
    private Grader() {}

    /**
     * Grades every part of a variant.
     *
     * <p>Where the question knows several conventions, the whole of it is graded under each; the best single one counts.
     *
     * @param responses the texts as typed by the ids of their parts; a part that is missing is blank
     */
    public static Result grade(Variant variant, Map<String, String> responses) {
        Result best = new QuestionGrading(variant, responses, null).grade();
        for (Convention convention : variant.question().conventions()) {
            if (best.score().equals(best.points())) {
                break;
            }
            Result other = new QuestionGrading(variant.under(convention), responses, convention).grade();
            if (other.score().compareTo(best.score()) > 0) {
                best = other;
            }
        }
        return best;
    }
}
