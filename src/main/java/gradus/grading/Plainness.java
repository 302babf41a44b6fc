package gradus.grading;

import gradus.expression.value.ExpressionException;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.question.Answer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an answer, or of a formula at its sample points, and how plain they are: what
 * somebody who knows nothing would type is zero everywhere, or one number everywhere, or −1, 0 and 1.
 */
final class Plainness {
    /** Numbers closer than this are one number typed in different ways. */
    private static final double SAME = 1e-4;

    private static final double ROUNDING = 1e-9;

    private final double[] numbers;
    private final double largest;

    private Plainness(double[] numbers) {
        this.numbers = numbers;
        this.largest = Likeness.largest(Tensor.vector(numbers));
    }

    /** The plainness of an answer's numbers; null if it has none. */
    static @Nullable Plainness of(Answer answer) {
        double[] numbers = answer instanceof Answer.Formula formula ? atPoints(formula) : cells(answer);
        return numbers.length == 0 ? null : new Plainness(numbers);
    }

    private static double[] cells(Answer answer) {
        Tensor cells = Suspect.numbers(answer);
        return cells == null ? new double[0] : cells.cells();
    }

    private static double[] atPoints(Answer.Formula formula) {
        try {
            return formula.key().values().stream()
                    .map(Value::asTensor)
                    .flatMapToDouble(value -> Arrays.stream(value.cells()))
                    .filter(Double::isFinite)
                    .toArray();
        } catch (ExpressionException nowhere) {
            return new double[0];
        }
    }

    double largest() {
        return largest;
    }

    boolean isZero() {
        return largest == 0;
    }

    boolean isWhole() {
        return Arrays.stream(numbers)
                .allMatch(number -> Math.abs(number - Math.rint(number)) <= ROUNDING * Math.max(1, largest));
    }

    /** Whether there are several numbers, all the same. */
    boolean isConstant() {
        for (double number : numbers) {
            if (!isSame(number, numbers[0])) {
                return false;
            }
        }
        return numbers.length > 1;
    }

    /** Whether there is nothing but −1, 0 and 1. */
    boolean isOnlyUnits() {
        for (double number : numbers) {
            if (number != 0 && !isSame(Math.abs(number), 1)) {
                return false;
            }
        }
        return true;
    }

    /** How many different numbers there are, not counting 0. */
    int different() {
        double[] sorted =
                Arrays.stream(numbers).filter(number -> number != 0).sorted().toArray();
        int different = sorted.length == 0 ? 0 : 1;
        for (int i = 1; i < sorted.length; i++) {
            different += isSame(sorted[i], sorted[i - 1]) ? 0 : 1;
        }
        return different;
    }

    /** Whether both are the same numbers in the same order. */
    boolean isSameAs(Plainness other) {
        boolean same = numbers.length == other.numbers.length;
        for (int i = 0; same && i < numbers.length; i++) {
            same = isSame(numbers[i], other.numbers[i]);
        }
        return same;
    }

    /** The numbers of both together. */
    Plainness and(Plainness other) {
        double[] both = Arrays.copyOf(numbers, numbers.length + other.numbers.length);
        System.arraycopy(other.numbers, 0, both, numbers.length, other.numbers.length);
        return new Plainness(both);
    }

    static Plainness ofNothing() {
        return new Plainness(new double[0]);
    }

    /** Whether this is zero, whole or constant where the other is not. */
    boolean isSimplerThan(Plainness other) {
        return isZero() && !other.isZero() || isWhole() && !other.isWhole() || isConstant() && !other.isConstant();
    }

    private static boolean isSame(double one, double other) {
        return Math.abs(one - other) <= SAME * Math.max(Math.abs(one), Math.abs(other));
    }
}
