package gradus.attempt;

import gradus.expression.value.ExpressionException;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Part;
import java.util.List;
import java.util.Locale;

/** Keys and worked solutions with a student's own numbers, once they may be seen. Markdown with LaTeX. */
public final class Solutions {
    private Solutions() {}

    /** Every part's key, or model answer, and then the author's worked solution. */
    public static String of(QuestionInAttempt asked, Locale language) {
        StringBuilder all = new StringBuilder();
        for (Part part : asked.question().parts()) {
            String key = part.answer() != null ? part.answer().in(language) : key(asked, part, language);
            if (!part.work() && !key.isEmpty()) {
                all.append("**")
                        .append(asked.label(part, language))
                        .append("** ")
                        .append(key)
                        .append("\n\n");
            }
        }
        return all.append(worked(asked, language)).toString();
    }

    /** The author's worked solution; what it cannot compute is said instead. */
    public static String worked(QuestionInAttempt asked, Locale language) {
        try {
            return asked.variant().solution(language, true);
        } catch (ExpressionException broken) {
            return Message.of("attempt.solution-fails").in(language);
        }
    }

    /** A part's key; empty where a person grades it or it cannot be computed. */
    public static String key(QuestionInAttempt asked, Part part, Locale language) {
        if (part.work() || part.isGradedByPerson()) {
            return "";
        }
        try {
            Answer key = asked.variant().key(part);
            return part.type().told(key, part, language);
        } catch (ExpressionException broken) {
            return "";
        }
    }

    /** The cells of a part's key, row by row; none where it is no table or cannot be computed. */
    public static List<List<String>> keyCells(QuestionInAttempt asked, Part part) {
        if (part.work() || part.isGradedByPerson()) {
            return List.of();
        }
        try {
            return part.type().cells(asked.variant().key(part));
        } catch (ExpressionException broken) {
            return List.of();
        }
    }
}
