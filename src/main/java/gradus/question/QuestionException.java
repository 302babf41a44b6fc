package gradus.question;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown where a file is not a valid question, with all of its problems in the order of the file. */
public final class QuestionException extends RuntimeException {
    private final transient List<Problem> problems;

    public QuestionException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
