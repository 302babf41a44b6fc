package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.grading.fault.Fault;
import gradus.grading.fault.Faults;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Reading;
import gradus.question.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every sentence that the grader says of its own is true of the answer that it stands at, and gives no key away; on 50 seeds
 * with {@code mvn -Ptrust verify}.
 */
class FeedbackTest {
    private static final int SEEDS = Integer.getInteger("gradus.feedback", 2);
    private static final int MOST_SHOWN = Math.max(20, 100 * SEEDS);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e-?\\d+)?");

    private final Map<String, Integer> met = new TreeMap<>();
    private final List<String> untrue = new ArrayList<>();

    /** Kinds of answers that come of the key, beside those of somebody who knows nothing. */
    private enum Answers {
        ONE_CELL,
        SIGN,
        TIMES_TEN,
        HALF,
        ODD_FACTOR,
        BY_CELLS,
        TWO_DIGITS,
        THREE_DIGITS,
        TRUNCATED,
        REVERSED,
        MISTAKE,
        MISTAKE_BUT_ONE,
        KEY_BUT_BLANK;

        double[] of(double[] key, double[] wrong, Random random) {
            double[] cells = (this == MISTAKE || this == MISTAKE_BUT_ONE ? wrong : key).clone();
            int one = random.nextInt(cells.length);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = switch (this) {
                    case SIGN -> -cells[i];
                    case TIMES_TEN -> 10 * cells[i];
                    case HALF -> cells[i] / 2;
                    case ODD_FACTOR -> 0.37 * cells[i];
                    case BY_CELLS -> cells.length * cells[i];
                    case TWO_DIGITS -> rounded(cells[i], 2, RoundingMode.HALF_UP);
                    case THREE_DIGITS -> rounded(cells[i], 3, RoundingMode.HALF_UP);
                    case TRUNCATED -> rounded(cells[i], 2, RoundingMode.DOWN);
                    default -> cells[i];
                };
            }
            if (this == REVERSED) {
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = key[cells.length - 1 - i];
                }
            }
            cells[one] = switch (this) {
                case ONE_CELL, MISTAKE_BUT_ONE -> cells[one] + 3;
                case KEY_BUT_BLANK -> cells.length > 1 ? Double.NaN : cells[one] + 1;
                default -> cells[one];
            };
            return cells;
        }

        private static double rounded(double number, int digits, RoundingMode mode) {
            BigDecimal exact = BigDecimal.valueOf(number);
            return exact.setScale(digits - 1, mode).doubleValue();
        }
    }

    @Test
    void everySentenceIsTrueAndGivesNoKeyAway() {
        int answers = 0;
        for (String id : ShippedBank.questionIds()) {
            Question question = ShippedBank.question(id);
            for (long seed = 0; seed < (question.params().isEmpty() ? 1 : SEEDS); seed++) {
                long from = 1000 * (seed + 1);
                Variant variant = Variant.draw(question, seed);
                for (Ignorance ignorance : Ignorance.values()) {
                    hear(variant, ignorance.sheet(variant, at -> Variant.draw(question, from + at), new Random(seed)));
                    answers++;
                }
                for (Answers kind : Answers.values()) {
                    hear(variant, sheet(variant, kind, new Random(seed)));
                    answers++;
                }
            }
        }
        assertTrue(answers > 500, "answers: " + answers);
        assertEquals(
                List.of(),
                untrue,
                () -> met + "\n" + String.join("\n", untrue.subList(0, Math.min(MOST_SHOWN, untrue.size()))));
        for (String kind :
                List.of("mistake-factor", "mistake-rounded", "first-wrong-number", "first-wrong-cell", "nearly")) {
            assertTrue(met.containsKey("grading." + kind), () -> kind + " was never said: " + met);
        }
    }

    private static Map<String, String> sheet(Variant variant, Answers kind, Random random) {
        Map<String, String> sheet = new LinkedHashMap<>();
        for (Part part : variant.question().parts()) {
            Answer key = part.expect() == null ? null : variant.key(part);
            Tensor cells = key == null ? null : Suspect.numbers(key);
            if (cells == null || part.type().name().equals("shape")) {
                continue;
            }
            double[] wrong = variant.mistakes(part).stream()
                    .map(mistake -> Suspect.numbers(mistake.answer()))
                    .filter(tensor -> tensor != null && tensor.sameShape(cells))
                    .map(Tensor::cells)
                    .findFirst()
                    .orElse(cells.cells());
            Tensor typed = Tensor.of(cells.shape(), kind.of(cells.cells(), wrong, random));
            sheet.put(part.id(), typed.rank() == 0 ? Double.toString(typed.cell(0)) : text(typed));
        }
        return sheet;
    }

    private static String text(Tensor tensor) {
        return tensor.toString().replace("NaN", "");
    }

    private void hear(Variant variant, Map<String, String> sheet) {
        Result result = Grader.grade(variant, sheet);
        for (PartResult part : result.parts()) {
            if (!(part.reading() instanceof Reading.Read read)) {
                continue;
            }
            Part asked = variant.question().part(part.id());
            for (Feedback said : part.feedback()) {
                if (said.say() instanceof Message message) {
                    met.merge(message.key(), 1, Integer::sum);
                    Claim claim = new Claim(asked, variant, read.answer(), result, part, message);
                    if (!claim.isTrue()) {
                        untrue.add("untrue: " + variant.question().id() + " " + claim);
                    }
                    if (said.kind() != Feedback.Kind.KEY && claim.tells()) {
                        untrue.add("tells: " + variant.question().id() + " " + claim);
                    }
                }
            }
        }
    }

    /** What a sentence claims, looked into without the grader's own means. */
    private record Claim(Part part, Variant variant, Answer answer, Result whole, PartResult result, Message message) {
        private double[] given() {
            Tensor cells = Suspect.numbers(answer);
            return cells == null ? new double[0] : cells.cells();
        }

        private double[] key() {
            Tensor cells = Suspect.numbers(variant.key(part));
            return cells == null ? new double[0] : cells.cells();
        }

        private boolean isRight(int cell) {
            return close(cell, given()[cell], key()[cell]);
        }

        private boolean close(int cell, double a, double b) {
            Answer.Plain due = (Answer.Plain) variant.key(part);
            return due.tolerance(cell, part.tolerance()).accepts(a, b, Likeness.largest(Tensor.vector(key())));
        }

        private double number(int argument) {
            return Double.parseDouble(message.arguments().get(argument).toString());
        }

        private long count(Verdict... verdicts) {
            return result.cells().stream()
                    .filter(cell -> List.of(verdicts).contains(cell))
                    .count();
        }

        boolean isTrue() {
            double[] given = given();
            double[] key = key();
            return switch (message.key().substring("grading.".length())) {
                case "cells-right" ->
                    count(Verdict.CORRECT) == number(0) && result.cells().size() == number(1);
                case "cells-follow-through" ->
                    count(Verdict.CORRECT, Verdict.FOLLOWS_THROUGH) >= number(0)
                            && result.cells().size() == number(1)
                            && result.verdict() == Verdict.FOLLOWS_THROUGH;
                case "follows-through" ->
                    result.verdict() == Verdict.FOLLOWS_THROUGH
                            && result.score().doubleValue() == part.points().doubleValue() * number(0) / 100;
                case "built-on-nothing" -> result.verdict() != Verdict.FOLLOWS_THROUGH && isBuiltOnNothing();
                case "only-zeros-right" -> areOnlyZerosRight();
                case "mistake-credit" ->
                    Math.abs(result.score().doubleValue() - part.points().doubleValue() * number(0) / 100) < 1e-9;
                case "nearly" -> number(0) <= number(1) && number(0) >= Math.min(number(1) - 1, 0.85 * number(1));
                case "mistake-factor" -> factor() != 0;
                case "times-the-key" -> Math.abs(number(0) / factor() - 1) < 1e-3;
                case "mistake-rounded" -> isRounded();
                case "mistake-turned" -> {
                    boolean turned = true;
                    for (int i = 0; i < key.length; i++) {
                        turned &= close(i, given[i], key[key.length - 1 - i]);
                    }
                    yield turned;
                }
                case "mistake-transposed" ->
                    close(0, given[0], key[0]) && close(key.length - 1, given[given.length - 1], key[key.length - 1]);
                case "mistake-shifted" -> given.length > 2;
                case "mistake-border", "mistake-interior" -> count(Verdict.CORRECT) > 0;
                case "first-wrong-number" -> isFirstWrong((int) number(0) - 1);
                case "first-wrong-cell" -> isFirstWrong((int) ((number(0) - 1) * columns() + number(1) - 1));
                case "shape-wrong-numbers" -> message.arguments().get(0).equals(wrongNumbers());
                case "shape-other-length" -> number(0) == given.length && given.length != key.length;
                case "wrong-shape" ->
                    given.length != key.length || result.cells().isEmpty();
                case "right-shape",
                        "witness",
                        "witness-constant",
                        "witness-key",
                        "witness-cell",
                        "witness-constant-cell",
                        "costs-once" -> true;
                case "departure-step",
                        "departure-step-addition",
                        "departure-step-product",
                        "departure-step-quotient",
                        "departure-step-power",
                        "departure-step-quantity",
                        "departure-step-of",
                        "departure-place" -> builds(variant.expect(part)) || comesOfAStep();
                default ->
                    message.key().startsWith("grading.form-")
                            || message.key().matches("grading\\.(fault|departure)-.*") && isFault();
            };
        }

        /** Whether an earlier part stands in it, whose own answer the student may have gone on from. */
        private boolean builds(Expression work) {
            return !variant.question().partsBehind(work, part).isEmpty();
        }

        /** Whether the answers that stand in it and earn points are wrong, all of them, and for no known reason. */
        private boolean isBuiltOnNothing() {
            Question question = variant.question();
            Set<String> all = question.parts().stream().map(Part::id).collect(Collectors.toSet());
            Set<String> before = question.nearestParts(variant.expect(part), part, all);
            return before.stream()
                    .map(whole::part)
                    .filter(earlier -> earlier.points().signum() > 0)
                    .allMatch(earlier ->
                            earlier.mistake() == null && earlier.score().signum() == 0
                                    || earlier.verdict() == Verdict.FOLLOWS_THROUGH
                                    || isZero(question.part(earlier.id())));
        }

        private boolean isZero(Part earlier) {
            Tensor due = Suspect.numbers(variant.key(earlier));
            return due != null && Likeness.largest(due) == 0;
        }

        /** Whether one wrong step, or two, comes to this. */
        private boolean comesOfAStep() {
            Faults faults = Faults.of(variant, part);
            return Stream.concat(faults.single().stream(), faults.pairs().stream())
                    .anyMatch(fault -> builds(fault.wrong()) || isAlike(fault));
        }

        private boolean isAlike(Fault fault) {
            Answer wrong = variant.finite(fault.wrong(), part);
            Tensor cells = wrong == null ? null : Suspect.numbers(wrong);
            return cells != null
                    && cells.size() == given().length
                    && IntStream.range(0, cells.size())
                            .allMatch(
                                    i -> part.tolerance().accepts(given()[i], cells.cell(i), Likeness.largest(cells)));
        }

        /** Whether the fault that was found comes to this, in nearly all cells, where no earlier answer stands in. */
        private boolean isFault() {
            FaultFound found = result.fault();
            Fault fault = found == null || found.id() == null
                    ? null
                    : Faults.of(variant, part).find(found.id());
            Answer wrong = fault == null ? null : variant.finite(fault.wrong(), part);
            Tensor cells = wrong == null ? null : Suspect.numbers(wrong);
            if (cells == null || !variant.question().conventions().isEmpty()) {
                return fault != null;
            }
            int alike = 0;
            for (int i = 0; i < cells.size() && cells.size() == given().length; i++) {
                alike += part.tolerance().accepts(given()[i], cells.cell(i), Likeness.largest(cells)) ? 1 : 0;
            }
            return builds(variant.expect(part))
                    || fault != null && builds(fault.wrong())
                    || alike >= Math.min(cells.size() - 1, 0.85 * cells.size());
        }

        private boolean areOnlyZerosRight() {
            boolean zeros = count(Verdict.CORRECT) > 0;
            for (int i = 0; i < key().length; i++) {
                zeros &= key()[i] == 0 || !isRight(i);
            }
            return zeros;
        }

        private int columns() {
            Tensor cells = Suspect.numbers(answer);
            return cells == null ? 1 : cells.columns();
        }

        private boolean isFirstWrong(int cell) {
            boolean first = !isRight(cell) && !Double.isNaN(given()[cell]);
            for (int i = 0; i < cell; i++) {
                first &= isRight(i) || Double.isNaN(given()[i]);
            }
            return first;
        }

        private String wrongNumbers() {
            return IntStream.range(0, key().length)
                    .filter(i -> given()[i] != key()[i])
                    .mapToObj(i -> Integer.toString(i + 1))
                    .collect(Collectors.joining(", "));
        }

        /** The factor by which every cell is off, 0 where there is none that a slip makes. */
        private double factor() {
            double factor = 0;
            for (int i = 0; i < key().length; i++) {
                if (key()[i] != 0 && factor == 0) {
                    factor = given()[i] / key()[i];
                }
                boolean off = factor == 0 ? given()[i] != 0 : !close(i, given()[i] / factor, key()[i]);
                if (off) {
                    return 0;
                }
            }
            double magnitude = Math.abs(factor);
            double whole = Math.max(magnitude, 1 / magnitude);
            boolean slip = Math.abs(whole - Math.rint(whole)) < 2e-3 * whole;
            boolean several = java.util.Arrays.stream(key())
                            .filter(cell -> cell != 0)
                            .map(Math::abs)
                            .distinct()
                            .count()
                    > 1;
            return slip && several ? factor : 0;
        }

        private boolean isRounded() {
            boolean some = false;
            for (int i = 0; i < key().length; i++) {
                BigDecimal typed = new BigDecimal(Double.toString(given()[i])).stripTrailingZeros();
                if (!isRight(i)) {
                    BigDecimal due =
                            BigDecimal.valueOf(key()[i]).setScale(Math.max(0, typed.scale()), RoundingMode.HALF_UP);
                    BigDecimal down =
                            BigDecimal.valueOf(key()[i]).setScale(Math.max(0, typed.scale()), RoundingMode.HALF_DOWN);
                    some = true;
                    if (due.compareTo(typed) != 0 && down.compareTo(typed) != 0 || given()[i] == key()[i]) {
                        return false;
                    }
                }
            }
            return some;
        }

        /** Whether a number of the sentence is one of the key that was not typed, or their quotient or difference. */
        boolean tells() {
            if (answer instanceof Answer.Formula
                    || message.key()
                            .matches(
                                    "grading\\.(cells-.*|departure-(in-part|step-of|at-own)|first-.*|nearly|only-zeros-right|follows.*|mistake-credit|wrong-shape|shape-.*)")) {
                return false;
            }
            Matcher numbers = NUMBER.matcher(message.in(Locale.ENGLISH).replace("180", ""));
            return numbers.find();
        }

        @Override
        public String toString() {
            return part.id() + " \"" + message + "\" of " + part.type().print(answer, part) + " for "
                    + part.type().print(variant.key(part), part) + " " + Collections.unmodifiableList(result.cells());
        }
    }
}
