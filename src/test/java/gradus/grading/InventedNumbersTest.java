package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who knows nothing makes numbers up and works on with them wherever nothing else is needed for that. */
class InventedNumbersTest {
    private static final int SEEDS = Integer.getInteger("gradus.invented", 2);
    /** The share of all points that may be gained by formulas and luck. */
    private static final double MOST = 0.04;

    /** How numbers are made up for an array of numbers, whose key tells no more than its shape and its size. */
    private enum Invention {
        DECIMALS(0.3, 0.5, 0.7, 0.4, 0.6, 0.2, 0.9, 0.8),
        POWERS(100, 1000, 10000, 10000, 1000),
        ODD(137, 511, 33, 84, 19),
        LIKE_THE_KEY;

        private final double[] numbers;

        Invention(double... numbers) {
            this.numbers = numbers;
        }

        Tensor like(Tensor key, boolean shape, int from, Random random) {
            double[] cells = new double[key.size()];
            double largest = Likeness.largest(key);
            boolean whole = shape || Arrays.stream(key.cells()).allMatch(cell -> cell == Math.rint(cell));
            for (int i = 0; i < cells.length; i++) {
                double cell = numbers.length > 0
                        ? numbers[(from + i) % numbers.length]
                        : Math.max(1e-3, largest) * (0.1 + random.nextDouble());
                boolean rounded = shape || whole && numbers.length == 0;
                cells[i] = rounded ? Math.max(1, Math.rint(cell)) : Math.rint(cell * 1e4) / 1e4;
            }
            return Tensor.of(key.shape(), cells);
        }
    }

    /** What was earned beyond what the same answers earn alone. */
    private record Gain(String part, boolean together, boolean lucky, BigFraction points) {
        @Override
        public String toString() {
            return part + " " + points;
        }
    }

    @Test
    void earnsNothingByPuttingThemTogetherAndLittleByFormulas() {
        List<Gain> gains = new ArrayList<>();
        BigFraction possible = BigFraction.ZERO;
        for (String id : ShippedBank.questionIds()) {
            Question question = ShippedBank.question(id);
            for (long seed = 0; seed < (question.params().isEmpty() ? 1 : SEEDS); seed++) {
                Variant variant = Variant.draw(question, seed);
                for (Invention invention : Invention.values()) {
                    gains.addAll(gains(variant, invention, seed));
                    possible = possible.add(question.points());
                }
            }
        }
        BigFraction gained = gains.stream().map(Gain::points).reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction all = possible;
        assertTrue(
                gained.doubleValue() <= MOST * all.doubleValue(),
                () -> gained.doubleValue() + " of " + all.doubleValue() + ": " + gains);
        assertEquals(
                List.of(),
                gains.stream().filter(gain -> gain.together() && !gain.lucky()).toList());
    }

    private static List<Gain> gains(Variant variant, Invention invention, long seed) {
        Question question = variant.question();
        Map<String, Answer> sheet = sheet(variant, invention, new Random(seed));
        Map<String, String> typed = new LinkedHashMap<>();
        sheet.forEach((id, answer) -> typed.put(id, question.part(id).type().print(answer, question.part(id))));
        Result result = Grader.grade(variant, typed);
        List<Gain> gains = new ArrayList<>();
        for (Map.Entry<String, String> one : typed.entrySet()) {
            BigFraction score = result.part(one.getKey()).score();
            // what earns nothing in the whole gains nothing by it, and needs no grading alone
            BigFraction alone = score.signum() == 0
                    ? score
                    : Grader.grade(variant, Map.of(one.getKey(), one.getValue()))
                            .part(one.getKey())
                            .score();
            if (score.compareTo(alone) > 0) {
                gains.add(gain(variant, question.part(one.getKey()), result, sheet, score.subtract(alone)));
            }
        }
        return gains;
    }

    private static Gain gain(Variant variant, Part part, Result result, Map<String, Answer> sheet, BigFraction points) {
        int numbers = 0;
        boolean lucky = false;
        for (String behind : behind(variant, part, sheet)) {
            PartResult earlier = result.part(behind);
            numbers += numbers(variant, variant.question().part(behind));
            lucky |= earlier.mistake() != null
                    || earlier.verdict() == Verdict.CORRECT
                    || earlier.verdict() == Verdict.PARTIAL
                    || earlier.cells().contains(Verdict.CORRECT);
        }
        boolean together = isOfPartsAlone(variant, part, sheet) && numbers > numbers(variant, part);
        return new Gain(variant.question().id() + " " + part.id(), together, lucky, points);
    }

    /** The parts that a part is made of, through those that are made of parts alone. */
    private static Set<String> behind(Variant variant, Part part, Map<String, Answer> sheet) {
        Set<String> behind = new LinkedHashSet<>();
        for (String near : variant.question().nearestParts(variant.expect(part), part, sheet.keySet())) {
            Part earlier = variant.question().part(near);
            behind.add(near);
            if (isOfPartsAlone(variant, earlier, sheet)) {
                behind.addAll(behind(variant, earlier, sheet));
            }
        }
        return behind;
    }

    private static boolean isOfPartsAlone(Variant variant, Part part, Map<String, Answer> sheet) {
        Question question = variant.question();
        return !question.partsBehind(variant.expect(part), part).isEmpty()
                && question.isOfPartsAlone(variant.expect(part), part, sheet.keySet());
    }

    private static int numbers(Variant variant, Part part) {
        Tensor key = Suspect.numbers(variant.key(part));
        return key == null ? 0 : key.size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lenet-parameters | conv1=100 conv2=1000 fc3=10000 fc4=10000 softmax=1000 pool1=0 pool2=0 total=22100 | 0.5",
                "logistic-loss-values | losses=0.3,0.5,0.7 cost=0.5 | 0",
                "logistic-loss-values | losses=0.3,0.5,0.7 cost=1.5 | 0",
                "entropy-divergence | H=0.7 CE=1.3 KL=0.6 | 0",
                "transformer-parameters | attn=137 ffn=511 norms=33 total=681 | 0"
            })
    void earnsNoMoreThanTheNumbersByThemselves(String id, String typed, double most) {
        Map<String, String> responses = new LinkedHashMap<>();
        for (String one : typed.split(" ", -1)) {
            responses.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        Question question = ShippedBank.question(id);
        int unlucky = 0;
        for (long seed = 0; seed < 10; seed++) {
            Result result = Grader.grade(Variant.draw(question, seed), responses);
            // now and then a number that was made up is a known mistake or the key rounded
            if (result.parts().stream().allMatch(part -> part.mistake() == null)) {
                unlucky++;
                assertTrue(result.score().doubleValue() <= most, result::toString);
            }
        }
        assertTrue(unlucky >= 7, "seeds without luck: " + unlucky);
    }

    /** Who forgot all biases, or has one layer right, or went wrong with one number, added rightly all the same. */
    @ParameterizedTest
    @CsvSource({
        "600, 3200, 48000, 10080, 840, 62720",
        "608, 100, 200, 300, 400, 1608",
        "777, 3216, 48120, 10164, 850, 63127"
    })
    void anHonestTotalFollows(int conv1, int conv2, int fc3, int fc4, int softmax, int total) {
        Variant lenet = Variant.of(
                ShippedBank.question("lenet-parameters"),
                Map.of(
                        "k", NumberValue.exactly(5),
                        "q", NumberValue.exactly(5),
                        "c", NumberValue.exactly(3),
                        "n1", NumberValue.exactly(8),
                        "n2", NumberValue.exactly(16),
                        "u1", NumberValue.exactly(120),
                        "u2", NumberValue.exactly(84),
                        "u3", NumberValue.exactly(10)));
        Map<String, String> sheet = new LinkedHashMap<>(Map.of("input", "0", "pool1", "0", "pool2", "0"));
        sheet.put("conv1", Integer.toString(conv1));
        sheet.put("conv2", Integer.toString(conv2));
        sheet.put("fc3", Integer.toString(fc3));
        sheet.put("fc4", Integer.toString(fc4));
        sheet.put("softmax", Integer.toString(softmax));
        sheet.put("total", Integer.toString(total));
        assertEquals(
                Verdict.FOLLOWS_THROUGH,
                Grader.grade(lenet, sheet).part("total").verdict());
    }

    private static Map<String, Answer> sheet(Variant variant, Invention invention, Random random) {
        Map<String, Answer> sheet = new LinkedHashMap<>();
        int from = 0;
        for (Part part : variant.question().parts()) {
            Tensor key = part.expect() == null ? null : Suspect.numbers(variant.key(part));
            if (key == null || !part.type().isNumeric() && !part.type().name().equals("shape")) {
                continue;
            }
            Answer worked = worked(variant, part, sheet);
            if (worked == null) {
                boolean shape = part.type().name().equals("shape");
                Tensor cells = invention.like(key, shape, from, random);
                from += cells.size();
                worked = new Answer.Plain(
                        ((Answer.Plain) variant.key(part)).value() instanceof NumberValue
                                ? NumberValue.exactly(cells.cell(0))
                                : TensorValue.exactly(cells));
            }
            sheet.put(part.id(), worked);
        }
        return sheet;
    }

    /** What comes of the numbers before; null where something else is needed. */
    private static @Nullable Answer worked(Variant variant, Part part, Map<String, Answer> before) {
        if (!isOfPartsAlone(variant, part, before)) {
            return null;
        }
        try {
            Answer worked = variant.following(before).key(part);
            return worked.isFinite() ? worked : null;
        } catch (ExpressionException impossible) {
            return null;
        }
    }
}
