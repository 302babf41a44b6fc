package gradus.grading;

import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What somebody who knows nothing types into all parts of a question. */
enum Ignorance {
    ZEROS(cells("0")),
    ONES(cells("1")),
    MINUS_ONES(cells("-1")),
    TWOS(cells("2")),
    SEVENS(cells("7")),
    HALVES(cells("0.5")),
    TINY(cells("1e-12")),
    TINIEST(cells("1e-300")),
    BELOW_THE_TOLERANCE(cells("0.0005")),
    NEARLY_ZERO(cells("0.00001")),
    HUGE(cells("1e9")),
    HUGEST(cells("1e300")),
    NEGATIVE(cells("-3.7")),
    ONE_TINY_THEN_ZEROS((random, at) -> at == 0 ? "1e-12" : "0"),
    ONE_THEN_ZEROS((random, at) -> at == 0 ? "5" : "0"),
    ZEROS_AND_ONES((random, at) -> random.nextBoolean() ? "0" : "1"),
    SIGNS((random, at) -> Integer.toString(random.nextInt(3) - 1)),
    COUNTING((random, at) -> Integer.toString(at + 1)),
    RANDOM((random, at) -> String.format(Locale.ROOT, "%.4f", 20 * random.nextDouble() - 10)),
    RANDOM_LARGE((random, at) -> String.format(Locale.ROOT, "%.3f", 2e4 * random.nextDouble() - 1e4)),
    RANDOM_DIGITS((random, at) -> Integer.toString(random.nextInt(10))),
    SHUFFLED_KEYS_OF_ANOTHER_SEED(null);

    /** Those that may now and then meet a small whole number. */
    static final Set<Ignorance> OF_SMALL_NUMBERS = EnumSet.of(COUNTING, RANDOM_DIGITS, SHUFFLED_KEYS_OF_ANOTHER_SEED);

    private interface Cell {
        String typed(Random random, int at);
    }

    private final @Nullable Cell cell;

    Ignorance(@Nullable Cell cell) {
        this.cell = cell;
    }

    private static Cell cells(String number) {
        return (random, at) -> number;
    }

    /** A response to every part that has a key. */
    Map<String, String> sheet(Variant variant, IntFunction<Variant> others, Random random) {
        Question question = variant.question();
        Map<String, String> sheet = new LinkedHashMap<>();
        for (Part part : question.parts()) {
            if (part.expect() != null) {
                sheet.put(
                        part.id(),
                        typed(
                                part,
                                variant.key(part),
                                cell == null ? others.apply(sheet.size()).key(part) : variant.key(part),
                                random));
            }
        }
        return sheet;
    }

    private String typed(Part part, Answer key, Answer other, Random random) {
        Tensor cells = Suspect.numbers(key);
        if (cells == null) {
            return cell == null ? "0" : cell.typed(random, 0);
        }
        boolean shape = part.type().name().equals("shape");
        Tensor others = Suspect.numbers(other);
        return written(
                cells, 0, new int[1], at -> cell == null ? shuffled(others, random) : cell.typed(random, at), shape);
    }

    private static String shuffled(@Nullable Tensor others, Random random) {
        double one = others == null ? 0 : others.cell(random.nextInt(others.size()));
        return one == Math.rint(one) ? Long.toString((long) one) : Double.toString(one);
    }

    private static String written(Tensor like, int axis, int[] next, IntFunction<String> cell, boolean shape) {
        if (axis == like.rank()) {
            return cell.apply(next[0]++);
        }
        StringBuilder text = new StringBuilder(shape ? "" : "[");
        for (int i = 0; i < like.axis(axis); i++) {
            text.append(i == 0 ? "" : shape ? "x" : ",").append(written(like, axis + 1, next, cell, shape));
        }
        return text.append(shape ? "" : "]").toString();
    }
}
