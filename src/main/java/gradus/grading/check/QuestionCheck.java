package gradus.grading.check;

import gradus.expression.Expression;
import gradus.expression.value.Value;
import gradus.message.Message;
import gradus.question.Collision;
import gradus.question.DrawException;
import gradus.question.Drawing;
import gradus.question.Part;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The check of a question in many variants: every right answer typed as a student would scores full, every mistake's
 * answer names the mistake and earns its credit, a changed key scores less, what follows from a slip still earns its points,
 * what is no answer is not graded, every text can be filled in, and the tests of the file hold. The shipped questions are held
 * to the same.
 */
public final class QuestionCheck {

    /** Steps of evaluation that the variants of one question may take together: about half a minute. */
    private static final long MOST_WORK = 20_000_000_000L;

    /** The number of variants in which changed keys are tried. */
    private static final int CHANGED = 20;

    /** The number of variants in which slips are carried on from part to part. */
    private static final int SLIPPED = 3;

    private final Question question;
    private final Map<String, Value> with;
    private final Consumer<Problem> found;
    private final BooleanSupplier isOver;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<List<String>> reported = new LinkedHashSet<>();
    private final Map<Collision, Integer> met = new HashMap<>();
    private final Map<Collision, Integer> unavoidable = new LinkedHashMap<>();
    private final Set<Collision> fixed = new LinkedHashSet<>();
    private final Uncomputed uncomputed;
    private long draws;
    private long work;
    private int variants;

    private QuestionCheck(Question question, Map<String, Value> with, Consumer<Problem> found, BooleanSupplier isOver) {
        this.question = question;
        this.uncomputed = new Uncomputed(question);
        this.with = with;
        this.found = found;
        this.isOver = isOver;
    }

    /**
     * What was found.
     *
     * @param variants how many were drawn
     * @param draws how many draws they took together
     * @param met how many draws were rejected for each collision
     */
    public record Report(List<Problem> problems, int variants, long draws, Map<Collision, Integer> met) {
        public double averageDraws() {
            return variants == 0 ? 0 : (double) draws / variants;
        }
    }

    /**
     * Checks the variants of the seeds from 0.
     *
     * @param with parameters that are fixed
     * @param most the number of variants; a question without random parameters has only one
     */
    public static Report of(Question question, Map<String, Value> with, int most) {
        return of(question, with, most, found -> {}, () -> false);
    }

    /**
     * Checks the variants of the seeds from 0.
     *
     * @param found told of each problem as it is found
     * @param isOver whether to stop, asked as a last guard behind the bounds on work
     */
    public static Report of(
            Question question, Map<String, Value> with, int most, Consumer<Problem> found, BooleanSupplier isOver) {
        QuestionCheck check = new QuestionCheck(question, with, found, isOver);
        check.draw(most);
        check.collisions();
        if (with.isEmpty()) {
            QuestionTests.run(question).forEach(check::add);
        }
        return new Report(List.copyOf(check.problems), check.variants, check.draws, Map.copyOf(check.met));
    }

    private void draw(int most) {
        int wanted = Drawing.isRandom(question, with) ? most : 1;
        for (long seed = 0; seed < wanted; seed++) {
            if (isTooLong()) {
                report("time", Message.of("grading.check-too-long", variants, wanted), "/params");
                return;
            }
            try {
                Drawing drawing = Drawing.draw(question, seed, with);
                variants++;
                draws += drawing.draws();
                drawing.met().forEach((collision, times) -> met.merge(collision, times, Integer::sum));
                drawing.unavoidable().forEach(collision -> unavoidable.merge(collision, 1, Integer::sum));
                if (seed == 0) {
                    fixed.addAll(drawing.fixedCollisions(with));
                }
                check(drawing.variant(), seed);
                work += drawing.variant().work();
                if (seed == wanted - 1) {
                    uncomputed.tell(drawing.variant(), this::neverComputed);
                }
            } catch (DrawException nothing) {
                report("draw", nothing.problem(), "/params");
                return;
            }
        }
    }

    /** Whether the work or the time for one question is used up. */
    private boolean isTooLong() {
        return work > MOST_WORK || isOver.getAsBoolean();
    }

    private void neverComputed(Part part, String name, Message why) {
        report("computed", Message.of("grading.check-never-computed", name, part.id(), why), part.id(), name);
    }

    /** Checks a variant; parts without random parameters are checked in the first variant only. */
    private void check(Variant variant, long seed) {
        List<Part> parts = question.parts().stream()
                .filter(part -> part.expect() != null && (seed == 0 || isDrawn(part)))
                .toList();
        parts.forEach(part -> uncomputed.note(variant, part));
        VariantCheck check = new VariantCheck(variant, seed, parts, this::report);
        check.keys();
        check.rightAnswers();
        if (seed == 0) {
            check.noAnswers();
            check.faults();
        }
        if (seed < CHANGED) {
            check.changedKeys();
        }
        if (seed < SLIPPED) {
            check.slips();
        }
        for (Part part : parts) {
            if (!isTooLong()) {
                check.mistakes(part, this::isExcused);
            }
        }
        check.texts();
    }

    private boolean isDrawn(Part part) {
        List<Expression> all = new ArrayList<>();
        all.add(part.expect());
        part.accept().forEach(accept -> all.add(accept.expect()));
        part.mistakes().forEach(mistake -> all.add(mistake.expect()));
        return all.stream().anyMatch(expect -> question.isDrawn(expect, part, with.keySet()));
    }

    /** Whether a mistake may equal the key or another mistake, or is already reported as doing so. */
    private boolean isExcused(Part part, String mistake) {
        return part.mayEqual().stream().anyMatch(pair -> pair.contains(mistake))
                || fixed.stream().anyMatch(pair -> isAbout(pair, part, mistake))
                || unavoidable.keySet().stream().anyMatch(pair -> isAbout(pair, part, mistake));
    }

    private static boolean isAbout(Collision pair, Part part, String mistake) {
        return pair.part().equals(part.id())
                && (pair.one().equals(mistake) || pair.other().equals(mistake));
    }

    private void collisions() {
        for (Collision pair : fixed) {
            collision("grading.check-fixed-pair", pair);
        }
        unavoidable.forEach((pair, times) -> collision("grading.check-always-pair", pair));
    }

    private void collision(String key, Collision pair) {
        add(question.problem(Message.of(key, pair.one(), pair.other(), pair.part()), pair.part(), pair.one()));
    }

    /** Adds a problem once for each kind and place, not once for each seed. */
    private void report(String kind, Message message, String... path) {
        List<String> once = new ArrayList<>(List.of(path));
        once.add(kind);
        if (reported.add(once)) {
            add(question.problem(message, path));
        }
    }

    private void add(Problem problem) {
        if (problems.add(problem)) {
            found.accept(problem);
        }
    }
}
