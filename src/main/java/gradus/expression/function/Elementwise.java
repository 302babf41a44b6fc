package gradus.expression.function;

import gradus.expression.value.Broadcast;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Rounding;
import gradus.expression.value.Run;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of one number, taken cell by cell.
 *
 * @param value the function; NaN where it is undefined
 * @param slope the size of its derivative at (x, f(x)), by which a bound of the argument grows
 * @param gap what decides between its branches, or whether it is defined: by its sign; NaN where nothing does
 * @param steps whether it jumps, so that a small change of the argument may change all
 * @param positive whether it is more than 0 everywhere, so that a 0 came of underflow
 */
public record Elementwise(
        DoubleUnaryOperator value, DoubleBinaryOperator slope, DoubleUnaryOperator gap, boolean steps, boolean positive)
        implements LibraryFunction.Body {
    private static final int STEPS_A_CELL = 50;
    private static final DoubleUnaryOperator SMOOTH = x -> Double.NaN;

    static Elementwise smooth(DoubleUnaryOperator value, DoubleBinaryOperator slope) {
        return new Elementwise(value, slope, SMOOTH, false, false);
    }

    static Elementwise positive(DoubleUnaryOperator value, DoubleBinaryOperator slope) {
        return new Elementwise(value, slope, SMOOTH, false, true);
    }

    /** A function with a kink where the gap is 0, or that is undefined where the gap is negative. */
    static Elementwise kinked(DoubleUnaryOperator value, DoubleBinaryOperator slope, DoubleUnaryOperator gap) {
        return new Elementwise(value, slope, gap, false, false);
    }

    static Elementwise stepping(DoubleUnaryOperator value, DoubleUnaryOperator gap) {
        return new Elementwise(value, (x, y) -> 0, gap, true, false);
    }

    @Override
    public Value apply(Arguments arguments) {
        Value argument = arguments.first();
        if (argument instanceof NumberValue number) {
            return number(number.value(), number.bound(), arguments);
        }
        Tensor tensor = Broadcast.numeric(argument, arguments.at(), arguments.function());
        if (tensor.rank() == 0) {
            return number(tensor.cell(0), 0, arguments);
        }
        arguments.run().budget().room(tensor.size(), STEPS_A_CELL, arguments.at());
        double[] cells = new double[tensor.size()];
        double[] bounds = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            double x = tensor.cell(i);
            cells[i] = value.applyAsDouble(x);
            bounds[i] = bound(x, argument.bound(i), cells[i]);
            note(x, arguments);
        }
        return new TensorValue(Tensor.of(tensor.shape(), cells), bounds);
    }

    /** The function of a number whose bound the run holds, and leaves the bound of the result there. */
    public double number(double x, Run run, int site) {
        if (run.isWatched()) {
            run.kink(site, gap.applyAsDouble(x));
        }
        double y = value.applyAsDouble(x);
        run.leave(bound(x, run.bound(), y));
        return y;
    }

    private NumberValue number(double x, double bound, Arguments arguments) {
        double y = value.applyAsDouble(x);
        note(x, arguments);
        return new NumberValue(y, bound(x, bound, y));
    }

    private void note(double x, Arguments arguments) {
        if (arguments.run().isWatched()) {
            arguments.kink(gap.applyAsDouble(x));
        }
    }

    private double bound(double x, double boundX, double y) {
        if (!Double.isFinite(y)) {
            return undefinedBound(x, boundX, y);
        }
        if (positive && y < Double.MIN_NORMAL) {
            return boundX == Double.POSITIVE_INFINITY ? boundX : Double.MIN_NORMAL;
        }
        if (boundX == 0) {
            return steps || (Rounding.isSmallInteger(x) && Rounding.isSmallInteger(y)) ? 0 : Math.abs(y) * Rounding.ULP;
        }
        if (boundX == Double.POSITIVE_INFINITY) {
            return boundX;
        }
        if (steps) {
            boolean sure = value.applyAsDouble(x - boundX) == y && value.applyAsDouble(x + boundX) == y;
            return sure ? 0 : Double.POSITIVE_INFINITY;
        }
        double error = slope.applyAsDouble(x, y) * boundX + Math.abs(y) * Rounding.ULP;
        boolean leavesDomain = boundX > Math.abs(x) * 0x1p-10 && Double.isNaN(value.applyAsDouble(x - boundX));
        return leavesDomain || Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    private double undefinedBound(double x, double boundX, double y) {
        if (Double.isInfinite(y) || boundX == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        boolean near = boundX > 0
                && !(Double.isNaN(value.applyAsDouble(x - boundX)) && Double.isNaN(value.applyAsDouble(x + boundX)));
        return near ? Double.POSITIVE_INFINITY : 0;
    }
}
