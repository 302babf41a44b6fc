package gradus.exam;

import gradus.question.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An exam as its file says: questions with points, and a policy.
 *
 * @param questions all that an attempt may be asked, the candidates of choices among them
 */
public record Exam(String id, Text title, Policy policy, List<ExamEntry> questions) {
    public Exam {
        questions = List.copyOf(questions);
    }

    /** What all questions are worth together. */
    public BigFraction points() {
        return questions.stream().map(ExamEntry::share).reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** The ids of all its questions. */
    public List<String> ids() {
        return questions.stream().map(ExamEntry::question).toList();
    }

    /** How many questions an attempt is asked. */
    public int asked() {
        long always = questions.stream().filter(entry -> entry.pool() == null).count();
        return (int) always + pools().mapToInt(Pool::count).sum();
    }

    private Stream<Pool> pools() {
        return questions.stream().map(ExamEntry::pool).filter(Objects::nonNull).distinct();
    }

    /** The entries as a draw chooses them: of each choice so many as are asked, in the order of the file. */
    public List<ExamEntry> drawn(Function<List<ExamEntry>, RandomGenerator> luck) {
        List<ExamEntry> drawn = new ArrayList<>(
                questions.stream().filter(entry -> entry.pool() == null).toList());
        pools().forEach(pool -> {
            List<ExamEntry> candidates = questions.stream()
                    .filter(entry -> pool.equals(entry.pool()))
                    .toList();
            List<ExamEntry> left = new ArrayList<>(candidates);
            RandomGenerator random = luck.apply(candidates);
            while (left.size() > pool.count()) {
                left.remove(random.nextInt(left.size()));
            }
            for (int i = 0; i < left.size(); i++) {
                drawn.add(left.get(i).labelled(pool.labels().get(i)));
            }
        });
        drawn.sort(Comparator.comparingInt(this::place));
        return drawn;
    }

    private int place(ExamEntry drawn) {
        return questions.stream().map(ExamEntry::place).toList().indexOf(drawn.place());
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
