package gradus.exam;

import gradus.question.Text;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** An exam as its file says: questions with points, and a policy. */
public record Exam(String id, Text title, Policy policy, List<ExamEntry> questions) {
    public Exam {
        questions = List.copyOf(questions);
    }

    /** What all questions are worth together. */
    public BigFraction points() {
        return questions.stream().map(ExamEntry::points).reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** The same questions under another policy. */
    Exam under(Policy other) {
        return new Exam(id, title, other, questions);
    }

    /** The first entry that asks this question. */
    public Optional<ExamEntry> entry(String question) {
        return questions.stream()
                .filter(entry -> entry.question().equals(question))
                .findFirst();
    }
}
