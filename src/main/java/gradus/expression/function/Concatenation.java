package gradus.expression.function;

import gradus.expression.value.Broadcast;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;

/** {@code concat}: vectors end to end, tensors joined along an axis. */
final class Concatenation {
    private Concatenation() {}

    static Value concat(Arguments arguments) {
        Value[] parts = arguments.many();
        if (parts.length == 0) {
            throw ExpressionException.of(arguments.at(), "expression.no-arguments", arguments.function());
        }
        int axis = arguments.integer("axis");
        Value joined = asPart(parts[0], arguments);
        int rank = joined.asTensor().rank();
        if (axis < 1 || axis > Math.max(2, rank)) {
            throw arguments.fault("axis", "expression.axis", joined.kind());
        }
        if (rank == 1 && axis == 2) {
            joined = Rearrangement.flat(joined, arguments, true);
        }
        for (int i = 1; i < parts.length; i++) {
            joined = join(joined, asPart(parts[i], arguments), axis, arguments);
        }
        return joined;
    }

    private static Value asPart(Value value, Arguments arguments) {
        Tensor tensor = Broadcast.numeric(value, arguments.at(), arguments.function());
        return tensor.rank() == 0 ? Rearrangement.picked(value, new int[] {1}, i -> i, 0) : value;
    }

    private static Value join(Value first, Value second, int axis, Arguments arguments) {
        Tensor a = first.asTensor();
        Value other =
                a.rank() == 2 && second.asTensor().rank() == 1 ? Rearrangement.flat(second, arguments, true) : second;
        Tensor b = other.asTensor();
        if (a.rank() != b.rank()) {
            throw misfit(a, b, arguments);
        }
        int[] shape = a.shape();
        int inner = 1;
        for (int i = 0; i < shape.length; i++) {
            if (i != axis - 1 && shape[i] != b.axis(i)) {
                throw misfit(a, b, arguments);
            }
            inner *= i >= axis ? shape[i] : 1;
        }
        int blockA = inner * a.axis(axis - 1);
        int blockB = inner * b.axis(axis - 1);
        shape[axis - 1] += b.axis(axis - 1);
        arguments.run().budget().room((long) a.size() + b.size(), arguments.at());
        double[] cells = new double[a.size() + b.size()];
        double[] bounds = new double[cells.length];
        boolean exact = true;
        for (int i = 0; i < cells.length; i++) {
            int block = i / (blockA + blockB);
            int place = i % (blockA + blockB);
            boolean fromA = place < blockA;
            int index = fromA ? block * blockA + place : block * blockB + place - blockA;
            cells[i] = fromA ? a.cell(index) : b.cell(index);
            bounds[i] = fromA ? first.bound(index) : other.bound(index);
            exact &= bounds[i] == 0;
        }
        return new TensorValue(Tensor.of(shape, cells), exact ? null : bounds);
    }

    private static ExpressionException misfit(Tensor a, Tensor b, Arguments arguments) {
        return ExpressionException.of(
                arguments.at(), "expression.shapes-misfit", arguments.function(), a.shapeText(), b.shapeText());
    }
}
