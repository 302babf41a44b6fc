package gradus.grading;

import gradus.question.Convention;
import gradus.question.Part;
import gradus.question.Reading;
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

    /**
     * Whether a part that was not right at once is held against the student's own readings before it, all of them; false
     * where one of the rules against knowing nothing keeps it from that.
     */
    public static boolean isCarriedOn(Variant variant, Map<String, String> responses, Part part) {
        QuestionGrading grading = new QuestionGrading(variant, responses, null);
        grading.grade();
        return part.type().read(responses.getOrDefault(part.id(), ""), part, variant) instanceof Reading.Read read
                && grading.following(part, read.answer()).isWhole();
    }
}
