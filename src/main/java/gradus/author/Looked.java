package gradus.author;

import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.file.QuestionFile;
import gradus.question.file.QuestionFindings;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is read while one types.
 *
 * @param question null where the text is none
 * @param errors why it is none
 * @param warnings what is odd about a question
 */
record Looked(@Nullable Question question, List<Problem> errors, List<Problem> warnings) {
    static Looked at(String text, String id, Predicate<String> hasPicture) {
        String file = id + ".yaml";
        try {
            Question question = QuestionFile.read(text, file);
            return new Looked(question, List.of(), QuestionFindings.of(question, text, file, hasPicture));
        } catch (QuestionException broken) {
            return new Looked(null, broken.problems(), List.of());
        }
    }

    /** A finding at its place. */
    public record Finding(int line, int column, boolean error, String said) {
        static Finding of(Problem problem, boolean error, Locale language) {
            return new Finding(
                    problem.line(), problem.column(), error, problem.message().in(language));
        }
    }

    List<Finding> findings(Locale language) {
        return findings(errors, warnings, language);
    }

    static List<Finding> findings(List<Problem> errors, List<Problem> warnings, Locale language) {
        return Stream.concat(
                        errors.stream().map(problem -> Finding.of(problem, true, language)),
                        warnings.stream().map(problem -> Finding.of(problem, false, language)))
                .toList();
    }
}
