package gradus.expression.function;

import gradus.expression.value.BooleanValue;
import gradus.expression.value.Broadcast;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Pairwise;
import gradus.expression.value.Value;
import gradus.maths.Tensor;

/** {@code max} and {@code min}: of several values cell by cell, of one tensor over its cells or along an axis. */
public enum MaxMin implements Pairwise, LibraryFunction.Body {
    MAX(1),
    MIN(-1);

    private final int sign;

    MaxMin(int sign) {
        this.sign = sign;
    }

    @Override
    public double value(double a, double b) {
        return this == MAX ? Math.max(a, b) : Math.min(a, b);
    }

    /** The winner's bound; where they are too close to tell, the larger one. */
    @Override
    public double bound(double a, double boundA, double b, double boundB, double result) {
        if (boundA == 0 && boundB == 0) {
            return 0;
        }
        double lead = sign * (a - b);
        double doubt = boundA + boundB;
        return lead > doubt ? boundA : -lead > doubt ? boundB : Math.max(boundA, boundB);
    }

    @Override
    public double gap(double a, double b) {
        return a - b;
    }

    @Override
    public Value apply(Arguments arguments) {
        Value[] values = arguments.many();
        if (values.length == 0) {
            throw ExpressionException.of(arguments.at(), "expression.no-arguments", arguments.function());
        }
        if (values.length == 1) {
            return reduced(values[0], arguments);
        }
        if (arguments.has("axis")) {
            throw ExpressionException.of(arguments.at(), "expression.axis-of-several", arguments.function());
        }
        Value extreme = values[0];
        for (int i = 1; i < values.length; i++) {
            extreme = Broadcast.apply(
                    arguments.run(), arguments.at(), arguments.function(), this, extreme, values[i], arguments.site());
        }
        return extreme instanceof BooleanValue truth ? truth.asNumber() : extreme;
    }

    private Value reduced(Value value, Arguments arguments) {
        Broadcast.numeric(value, arguments.at(), arguments.function());
        return Reductions.along(value, arguments, (cells, bounds) -> {
            double extreme = cells[0];
            double bound = 0;
            for (int i = 0; i < cells.length; i++) {
                extreme = value(extreme, cells[i]);
                bound = Math.max(bound, bounds[i]);
                if (i > 0) {
                    arguments.kink(cells[i] - cells[0]);
                }
            }
            return new NumberValue(extreme, bound);
        });
    }

    /** The place of the largest cell, from 1; the first of equals, and of those that are no number as in NumPy. */
    static int argmax(Tensor tensor) {
        int best = 0;
        for (int i = 1; i < tensor.size(); i++) {
            double cell = tensor.cell(i);
            double largest = tensor.cell(best);
            best = cell > largest || Double.isNaN(cell) && !Double.isNaN(largest) ? i : best;
        }
        return best + 1;
    }
}
