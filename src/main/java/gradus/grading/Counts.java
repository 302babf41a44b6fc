package gradus.grading;

import gradus.expression.value.NumberValue;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.question.Variant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The counts in a question that a student may have divided by, or forgotten to divide by: examples, rows, columns, cells. */
final class Counts {
    private static final double MOST = 1e6;
    private static final int MOST_POWER = 6;

    private Counts() {}

    /** The counts of a variant and of a key's cells; 1 is left out. */
    static Set<Double> of(Variant variant, Tensor key) {
        Set<Double> counts = new TreeSet<>();
        add(key, counts);
        for (Value value : variant.params().values()) {
            if (value instanceof NumberValue number) {
                add(number.value(), counts);
            } else if (value instanceof TensorValue tensor) {
                add(tensor.tensor(), counts);
            }
        }
        return counts;
    }

    /** The factors by which a slip is off: −1, 2, ½, a power of 10, a count. */
    static Set<Double> factors(Variant variant, Tensor key) {
        Set<Double> factors = new LinkedHashSet<>(List.of(-1.0, 2.0, 0.5));
        for (int power = 1; power <= MOST_POWER; power++) {
            factors.add(Math.pow(10, power));
            factors.add(1 / Math.pow(10, power));
        }
        for (double count : of(variant, key)) {
            factors.add(count);
            factors.add(1 / count);
        }
        return factors;
    }

    private static void add(Tensor tensor, Set<Double> counts) {
        add(tensor.size(), counts);
        for (int axis = 0; axis < tensor.rank(); axis++) {
            add(tensor.axis(axis), counts);
        }
    }

    private static void add(double count, Set<Double> counts) {
        if (count >= 2 && count <= MOST && count == Math.rint(count)) {
            counts.add(count);
        }
    }
}
