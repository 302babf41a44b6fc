package gradus.author;

import gradus.expression.value.ExpressionException;
import gradus.grading.check.QuestionCheck;
import gradus.message.Message;
import gradus.question.DrawException;
import gradus.question.Drawing;
import gradus.question.Part;
import gradus.question.Problem;
import gradus.question.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The proof of a question: many of its variants drawn, graded and measured, while somebody watches how far it is. */
final class Proof {
    static final int VARIANTS = 200;

    /** What variants show that is odd, but keeps nobody from answering. */
    private static final Set<String> ODD =
            Set.of("grading.check-fixed-pair", "grading.check-always-pair", "grading.check-never-computed");

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

    private final Looked looked;
    private final Map<String, List<Integer>> lengths = new LinkedHashMap<>();
    private final Map<String, Numbers> numbers = new LinkedHashMap<>();
    private final List<Integer> draws = new ArrayList<>();
    private final List<HandWork> work = new ArrayList<>();
    private volatile int done;
    private volatile @Nullable Found found;

    /**
     * The numbers in the keys of a part, over all variants.
     *
     * @param digits the most digits that one of them has
     */
    public record Numbers(BigDecimal least, BigDecimal most, int digits) {
        private static final Pattern KEY = Pattern.compile("[-+0-9.eE\\[\\], \\n]+");
        private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?");

        private static Numbers of(BigDecimal number) {
            return new Numbers(number, number, number.precision());
        }

        private Numbers with(Numbers other) {
            return new Numbers(least.min(other.least), most.max(other.most), Math.max(digits, other.digits));
        }

        /** Those of a printed key; empty where it is no number and no list of numbers. */
        private static Optional<Numbers> in(String key) {
            return KEY.matcher(key).matches()
                    ? NUMBER.matcher(key)
                            .results()
                            .map(found -> of(new BigDecimal(found.group())))
                            .reduce(Numbers::with)
                    : Optional.empty();
        }
    }

    /**
     * What the proof came to.
     *
     * @param errors what keeps it from being published
     * @param work what each variant takes by hand
     * @param milliseconds how long a variant takes to draw, in the middle
     */
    record Found(
            List<Problem> errors,
            List<Problem> warnings,
            Map<String, List<Integer>> lengths,
            Map<String, Numbers> numbers,
            List<Integer> draws,
            List<HandWork> work,
            QuestionCheck.Report report,
            double milliseconds) {}

    Proof(Looked looked) {
        this.looked = looked;
    }

    /** Draws and grades the variants; called once, in the background. */
    void run() {
        Question question = looked.question();
        if (question == null) {
            throw new IllegalStateException("only a question can be proved");
        }
        long start = System.nanoTime();
        int wanted = Drawing.isRandom(question, Map.of()) ? VARIANTS : 1;
        for (int seed = 0; seed < wanted && System.nanoTime() - start < LONGEST; seed++) {
            measure(question, seed);
            done = seed * 50 / wanted;
        }
        double each = (System.nanoTime() - start) / 1e6 / Math.max(1, draws.size());
        done = 50;
        long until = System.nanoTime() + LONGEST;
        QuestionCheck.Report report =
                QuestionCheck.of(question, Map.of(), VARIANTS, never -> {}, () -> System.nanoTime() > until);
        List<Problem> warnings = new ArrayList<>(looked.warnings());
        List<Problem> errors = new ArrayList<>();
        for (Problem problem : report.problems()) {
            (ODD.contains(problem.message().key()) ? warnings : errors).add(problem);
        }
        found = new Found(errors, warnings, lengths, numbers, draws, work, report, each);
        done = 100;
    }

    /** Ends a proof that broke, with what broke it as its only error. */
    void broke(RuntimeException failure) {
        Problem why = new Problem("", 1, 1, Message.of("bank.cannot-compute", String.valueOf(failure.getMessage())));
        found = new Found(
                List.of(why),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                new QuestionCheck.Report(List.of(), 0, 0, Map.of()),
                0);
        done = 100;
    }

    private void measure(Question question, long seed) {
        try {
            Drawing drawing = Drawing.draw(question, seed, Map.of());
            draws.add((int) drawing.draws());
            work.add(HandWork.of(drawing.variant()));
            for (Part part : question.parts()) {
                if (part.expect() != null) {
                    String printed = part.type().print(drawing.variant().key(part), part);
                    lengths.computeIfAbsent(part.id(), id -> new ArrayList<>()).add(printed.length());
                    Numbers.in(printed).ifPresent(found -> numbers.merge(part.id(), found, Numbers::with));
                }
            }
        } catch (DrawException | ExpressionException told) {
            draws.add(0); // the check says why
        }
    }

    /** How far it is, in percent. */
    int done() {
        return done;
    }

    /** What it came to; null while it runs. */
    @Nullable
    Found found() {
        return found;
    }
}
