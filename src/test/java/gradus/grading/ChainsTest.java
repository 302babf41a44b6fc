package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.TensorValue;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Chains of parts over the whole shipped bank: an honest one survives a slip, and one of somebody who knows nothing earns nothing. */
class ChainsTest {
    private static final int SEEDS = Integer.getInteger("gradus.chains", 3);

    /** A wrong answer to an early part. */
    private record Slip(String kind, Answer answer) {}

    private static final class Figures {
        private final Map<String, Integer> stopped = new TreeMap<>();
        private final List<String> examples = new ArrayList<>();
        private int parts;
        private int full;

        void stop(String why, String example) {
            stopped.merge(why, 1, Integer::sum);
            if (examples.size() < 12 && why.contains("NONE")) {
                examples.add(example);
            }
        }

        @Override
        public String toString() {
            return full + " of " + parts + " in full, stopped: " + stopped + " " + String.join("\n", examples);
        }
    }

    @Test
    void anHonestChainSurvivesASlip() {
        Figures figures = new Figures();
        for (String id : ShippedBank.questionIds()) {
            Question question = ShippedBank.question(id);
            for (long seed = 0; seed < (question.params().isEmpty() ? 1 : SEEDS); seed++) {
                Variant variant = Variant.draw(question, seed);
                for (Part early : keyed(question)) {
                    for (Slip slip : slips(variant, early, new Random(seed))) {
                        follow(variant, early, slip, figures);
                    }
                }
            }
        }
        assertTrue(figures.parts > 1000, figures::toString);
        assertTrue(figures.full >= 0.95 * figures.parts, figures::toString);
        assertTrue(figures.stopped.keySet().stream().noneMatch(why -> why.contains("NONE")), figures::toString);
    }

    @Test
    void knowingNothingEarnsNothingByFollowing() {
        Map<String, Integer> gained = new TreeMap<>();
        List<String> examples = new ArrayList<>();
        int parts = 0;
        for (String id : ShippedBank.questionIds()) {
            Question question = ShippedBank.question(id);
            for (long seed = 0; seed < (question.params().isEmpty() ? 2 : SEEDS); seed++) {
                Variant variant = Variant.draw(question, seed);
                long from = 1000 * (seed + 1);
                for (Ignorance ignorance : Ignorance.values()) {
                    Map<String, String> sheet =
                            ignorance.sheet(variant, at -> Variant.draw(question, from + at), new Random(seed));
                    Result result = Grader.grade(variant, sheet);
                    for (Part part : keyed(question)) {
                        parts++;
                        PartResult followed = result.part(part.id());
                        PartResult alone = Grader.grade(variant, Map.of(part.id(), sheet.get(part.id())))
                                .part(part.id());
                        if (followed.score().compareTo(alone.score()) > 0) {
                            gained.merge(ignorance.name(), 1, Integer::sum);
                            examples.add(ignorance + " " + seed + " " + part.id() + " " + followed.score() + " for "
                                    + sheet);
                        }
                    }
                }
            }
        }
        int all = parts;
        assertTrue(parts > 1000);
        // small whole numbers meet by chance
        int lucky = 0;
        for (Ignorance kind : Ignorance.OF_SMALL_NUMBERS) {
            lucky += Objects.requireNonNullElse(gained.remove(kind.name()), 0);
        }
        int chance = lucky;
        assertTrue(chance <= 2 + 0.001 * parts, () -> chance + " of " + all);
        assertEquals(Map.of(), gained, () -> String.join("\n", examples));
    }

    /** Everything after the slip is worked out from it, as a student would. */
    private static void follow(Variant variant, Part early, Slip slip, Figures figures) {
        Question question = variant.question();
        Variant seen = variant.following(Map.of(early.id(), slip.answer()));
        Map<String, String> sheet = new LinkedHashMap<>();
        for (Part part : keyed(question)) {
            Answer answer = part == early ? slip.answer() : worked(seen, part);
            if (answer == null) {
                return;
            }
            if (!answer.isFinite() || part != early && isZero(answer) && !isZero(variant.key(part))) {
                return;
            }
            if (!isTypeable(answer, part)) {
                return;
            }
            sheet.put(part.id(), part.type().print(answer, part));
        }
        QuestionGrading grading = new QuestionGrading(variant, sheet, null);
        Result result = grading.grade();
        for (Part part : keyed(question)) {
            if (part.points().signum() > 0
                    && part.followThrough().credit() > 0
                    && question.partsBehind(variant.expect(part), part).contains(early.id())
                    && !part.type()
                            .compare(seen.key(part), variant.key(part), part)
                            .isEqual()) {
                figures.parts++;
                if (result.part(part.id()).score().equals(part.points())) {
                    figures.full++;
                } else {
                    Following following = grading.following(part, seen.key(part));
                    String why = following.stopped() != null
                            ? following.stopped().name()
                            : following.unused().isEmpty()
                                    ? "NONE"
                                    : following.unused().values().toString();
                    figures.stop(slip.kind() + " " + why, part.id() + " after " + early.id() + " " + slip + sheet);
                }
            }
        }
    }

    /** What comes of working on; null where nothing does, as behind the number of a row that is not there. */
    private static @Nullable Answer worked(Variant seen, Part part) {
        try {
            return seen.key(part);
        } catch (ExpressionException impossible) {
            return null;
        }
    }

    private static List<Slip> slips(Variant variant, Part early, Random random) {
        List<Slip> slips = new ArrayList<>();
        Answer key = variant.key(early);
        variant.mistakes(early).forEach(wrong -> slips.add(new Slip("named", wrong.answer())));
        Tensor cells = Suspect.numbers(key);
        if (cells != null) {
            int one = random.nextInt(cells.size());
            slips.add(new Slip("digit", with(key, one, cell -> digit(cell, random))));
            slips.add(new Slip("cell off by 1", with(key, one, cell -> cell + 1)));
            slips.add(new Slip("cell sign", with(key, one, cell -> -cell)));
            slips.add(new Slip("cell tenfold", with(key, one, cell -> 10 * cell)));
            slips.add(new Slip("sign", with(key, -1, cell -> -cell)));
            slips.add(new Slip("double", with(key, -1, cell -> 2 * cell)));
            slips.add(new Slip("half", with(key, -1, cell -> cell / 2)));
            slips.add(new Slip("tenth", with(key, -1, cell -> cell / 10)));
            slips.add(new Slip("odd factor", with(key, -1, cell -> 1.7 * cell)));
            slips.add(new Slip("added", with(key, -1, cell -> cell + 0.3)));
        }
        slips.removeIf(slip -> isZero(slip.answer())
                || !isTypeable(slip.answer(), early)
                || early.type().compare(slip.answer(), key, early).isEqual());
        return slips;
    }

    /** Whether somebody could type it; a shape has no fractions and no signs. */
    private static boolean isTypeable(Answer answer, Part part) {
        Tensor cells = Suspect.numbers(answer);
        return cells == null
                || !part.type().name().equals("shape")
                || Arrays.stream(cells.cells()).allMatch(axis -> axis >= 0 && axis == Math.rint(axis));
    }

    /** A number with its first digit another one. */
    private static double digit(double number, Random random) {
        double unit = number == 0 ? 1 : Math.pow(10, Math.floor(Math.log10(Math.abs(number))));
        return number + unit * (random.nextBoolean() ? 1 : 2);
    }

    private static Answer with(Answer key, int only, DoubleUnaryOperator change) {
        Tensor tensor = Suspect.numbers(key);
        assertNotNull(tensor);
        double[] cells = tensor.cells();
        for (int i = 0; i < cells.length; i++) {
            cells[i] = only < 0 || only == i ? change.applyAsDouble(cells[i]) : cells[i];
        }
        return ((Answer.Plain) key).value() instanceof NumberValue
                ? new Answer.Plain(NumberValue.exactly(cells[0]))
                : new Answer.Plain(TensorValue.exactly(Tensor.of(tensor.shape(), cells)));
    }

    private static boolean isZero(Answer answer) {
        Tensor cells = Suspect.numbers(answer);
        return cells != null && Likeness.largest(cells) == 0;
    }

    private static List<Part> keyed(Question question) {
        return question.parts().stream().filter(part -> part.expect() != null).toList();
    }
}
