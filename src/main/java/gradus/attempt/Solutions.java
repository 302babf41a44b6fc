package gradus.attempt;

import gradus.expression.value.ExpressionException;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Text;
import java.util.List;
import java.util.Locale;

/** Keys and worked solutions with a student's own numbers, once they may be seen. Markdown with LaTeX. */
public final class Solutions {
    private Solutions() {}

    /** The author's worked solution, and behind it, as one list, every part's key or model answer. */
    public static String of(QuestionInAttempt asked, Locale language) {
        StringBuilder keys = new StringBuilder();
        for (Part part : asked.question().parts()) {
            Text model = part.answer();
            String key = model == null ? key(asked, part, language) : model(asked, model, language);
            if (!part.work() && !key.isEmpty()) {
                keys.append("\n  - **")
                        .append(asked.label(part, language))
                        .append("**\\\n    ")
                        .append(key.strip().replace("\n", "\n    "));
            }
        }
        String head = Message.of("attempt.key").in(language);
        return worked(asked, language) + (keys.length() == 0 ? "" : "\n\n- " + head + keys);
    }

    /** Whether its author has written a worked solution, or lets the steps be one. */
    public static boolean isWorked(QuestionInAttempt asked, Locale language) {
        Text solution = asked.question().solution();
        return solution != null && !solution.in(language).isBlank();
    }

    /** The author's worked solution; what it cannot compute is said instead. */
    public static String worked(QuestionInAttempt asked, Locale language) {
        try {
            return asked.variant().solution(language, true);
        } catch (ExpressionException broken) {
            return Message.of("attempt.solution-fails").in(language);
        }
    }

    private static String model(QuestionInAttempt asked, Text answer, Locale language) {
        try {
            return asked.variant().fill(answer, language);
        } catch (ExpressionException broken) {
            return "";
        }
    }

    /** A part's key; empty where a person grades it or it cannot be computed. */
    public static String key(QuestionInAttempt asked, Part part, Locale language) {
        if (part.work() || part.isGradedByPerson()) {
            return "";
        }
        try {
            Answer key = asked.variant().key(part);
            return part.type().told(key, part, asked.variant(), language);
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
