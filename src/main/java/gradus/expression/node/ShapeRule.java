package gradus.expression.node;

import gradus.expression.value.NumberValue;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shape that a symbol of a listing has.
 *
 * @param axes the sizes of its axes: names, of which the same stands for the same size everywhere, or numbers
 * @param like the symbol whose shape it has; the axes are empty then
 * @param row whether a vector lies along the second axis
 * @param number whether one number may stand for all cells
 */
public record ShapeRule(List<String> axes, @Nullable String like, boolean row, boolean number) {
    /** Whether a value of this shape leaves no choice of how it lies. */
    boolean isPlainFor(Value value) {
        return like == null && !row && axes.size() == value.asTensor().rank() && !axes.contains("1");
    }

    /** The value in this shape, where it has it or can be turned so; sizes that were not known before are known then. */
    @Nullable
    Value fitted(Value value, Map<String, Integer> sizes) {
        Tensor tensor = value.asTensor();
        if (number && tensor.size() == 1) {
            return number(value);
        }
        for (int[] shape : candidates(tensor)) {
            if (agrees(shape, sizes)) {
                for (int i = 0; i < shape.length; i++) {
                    sizes.put(axes.get(i), shape[i]);
                }
                boolean kept = tensor.rank() == 1 && shape.length == 2 && shape[1] == 1 && !row && !axes.contains("1");
                return kept || Arrays.equals(tensor.shape(), shape) || tensor.rank() == 0
                        ? value
                        : reshaped(value, shape);
            }
        }
        return null;
    }

    private List<int[]> candidates(Tensor tensor) {
        List<int[]> shapes = new ArrayList<>();
        boolean line = tensor.rank() < 2 || (tensor.rank() == 2 && (tensor.rows() == 1 || tensor.columns() == 1));
        if (tensor.rank() == axes.size() && !(row && tensor.rank() == 1)) {
            shapes.add(tensor.shape());
        }
        if (line && axes.size() == 1) {
            shapes.add(new int[] {tensor.size()});
        } else if (line && axes.size() == 2) {
            boolean turns = tensor.rank() < 2 || row || axes.contains("1");
            if (tensor.rank() < 2 && !row) {
                shapes.add(new int[] {tensor.size(), 1});
            }
            if (turns) {
                shapes.add(new int[] {1, tensor.size()});
            }
            if (turns && tensor.rank() == 2) {
                shapes.add(new int[] {tensor.size(), 1});
            }
        } else if (axes.isEmpty() && tensor.size() == 1) {
            shapes.add(new int[0]);
        }
        return shapes;
    }

    private boolean agrees(int[] shape, Map<String, Integer> sizes) {
        for (int i = 0; i < shape.length; i++) {
            String axis = axes.get(i);
            Integer known = Character.isDigit(axis.charAt(0)) ? Integer.valueOf(axis) : sizes.get(axis);
            for (int j = 0; known == null && j < i; j++) {
                known = axes.get(j).equals(axis) ? Integer.valueOf(shape[j]) : null;
            }
            if (known != null && known != shape[i]) {
                return false;
            }
        }
        return true;
    }

    /** The value in the shape of another, where it has as many cells in the same order; null where it does not fit. */
    static @Nullable Value alike(Value value, Value model) {
        Tensor own = value.asTensor();
        Tensor other = model.asTensor();
        boolean flat = own.rank() < 3 && other.rank() < 3;
        boolean sameLine = flat && own.rows() == other.rows() && own.columns() == other.columns();
        if (own.sameShape(other)) {
            return value;
        }
        return sameLine || (own.size() == 1 && other.size() == 1) ? reshaped(value, other.shape()) : null;
    }

    /** A result as it is handed out: in the shape of another value or as a vector, where its cells fill that. */
    Value handedOut(Value value, @Nullable Value model) {
        Tensor tensor = value.asTensor();
        if (model != null && model.asTensor().size() == tensor.size()) {
            return reshaped(value, model.asTensor().shape());
        }
        boolean flat = like != null || axes.size() < 2;
        if (flat && tensor.size() == 1) {
            return number(value);
        }
        boolean line = tensor.rank() == 2 && (tensor.rows() == 1 || tensor.columns() == 1);
        return flat && line ? reshaped(value, new int[] {tensor.size()}) : value;
    }

    private static Value number(Value value) {
        return value instanceof TensorValue tensor ? tensor.onlyCell() : value;
    }

    private static Value reshaped(Value value, int... shape) {
        Tensor tensor = value.asTensor();
        if (Arrays.equals(tensor.shape(), shape)) {
            return value;
        }
        if (shape.length == 0) {
            return new NumberValue(tensor.cell(0), value.bound(0));
        }
        double[] bounds = null;
        for (int i = 0; i < tensor.size(); i++) {
            if (value.bound(i) != 0) {
                bounds = bounds == null ? new double[tensor.size()] : bounds;
                bounds[i] = value.bound(i);
            }
        }
        return new TensorValue(tensor.reshape(shape), bounds);
    }

    /** The shape as people write it, with the sizes that are known: {@code h×2}. */
    String text(Map<String, Integer> sizes) {
        return axes.isEmpty()
                ? "1"
                : axes.stream()
                        .map(axis -> sizes.containsKey(axis) ? axis + "=" + sizes.get(axis) : axis)
                        .collect(Collectors.joining("×"));
    }
}
