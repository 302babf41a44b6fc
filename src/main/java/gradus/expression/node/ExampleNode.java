package gradus.expression.node;

import gradus.expression.value.Broadcast;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Run;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name with indices bound by surrounding sums: a cell of a vector or matrix, or an example of a matrix.
 *
 * @param cells the subscripts, as in {@code o_d} or {@code W_{ij}}
 * @param example the superscript that selects an example, as in {@code x^{(d)}}; null where there is none
 * @param axis the axis of a matrix along which its examples lie, from 0; −1 where it is not declared
 */
public record ExampleNode(
        int at,
        NameNode target,
        List<String> cells,
        @Nullable String example,
        int axis) implements Node {
    boolean has(String index) {
        return cells.contains(index) || index.equals(example);
    }

    private @Nullable String only() {
        return example == null ? (cells.size() == 1 ? cells.get(0) : null) : cells.isEmpty() ? example : null;
    }

    /** The number of places of an index; 0 where this name alone does not determine it. */
    int length(String index, Run run) {
        Tensor tensor = tensor(run);
        if (only() != null) {
            return isLine(tensor) ? tensor.size() : axis < 0 ? 0 : tensor.axis(axis);
        }
        matrix(tensor);
        if (example == null) {
            int rows = cells.get(0).equals(index) ? tensor.axis(0) : 0;
            int columns = cells.get(1).equals(index) ? tensor.axis(1) : 0;
            return rows > 0 && columns > 0 && rows != columns ? 0 : Math.max(rows, columns);
        }
        int examples = axis < 0 ? axisOf(example, tensor, run) : axis;
        return examples < 0 ? 0 : tensor.axis(index.equals(example) ? examples : 1 - examples);
    }

    @Override
    public Value evaluate(Run run) {
        Value value = target.evaluate(run);
        Tensor tensor = tensor(run);
        String only = only();
        if (only != null && isLine(tensor)) {
            return cell(value, tensor, place(only, tensor.size(), run));
        }
        matrix(tensor);
        if (only == null && example == null) {
            int row = place(cells.get(0), tensor.axis(0), run);
            return cell(value, tensor, row * tensor.axis(1) + place(cells.get(1), tensor.axis(1), run));
        }
        String which = only == null ? String.valueOf(example) : only;
        int along = axis < 0 ? axisOf(which, tensor, run) : axis;
        if (along < 0) {
            throw ExpressionException.of(at, "expression.index-axis", which);
        }
        int place = place(which, tensor.axis(along), run);
        if (only == null) {
            int cell = place(cells.get(0), tensor.axis(1 - along), run);
            int columns = tensor.axis(1);
            return cell(value, tensor, along == 0 ? place * columns + cell : cell * columns + place);
        }
        return slice(value, tensor, along, place);
    }

    private Tensor tensor(Run run) {
        Tensor tensor = Broadcast.numeric(target.evaluate(run), at, target.name());
        if (tensor.rank() == 0 || tensor.rank() > 2) {
            throw ExpressionException.of(at, "expression.index-of-number", target.name());
        }
        return tensor;
    }

    private void matrix(Tensor tensor) {
        if (tensor.rank() != 2) {
            throw ExpressionException.of(at, "expression.index-of-vector", target.name());
        }
    }

    private static boolean isLine(Tensor tensor) {
        return tensor.rank() == 1 || tensor.axis(0) == 1 || tensor.axis(1) == 1;
    }

    /** The only axis as long as the index's range; −1 where there is none or more than one. */
    private static int axisOf(String index, Tensor tensor, Run run) {
        int[] bound = run.index(index);
        if (bound == null || tensor.axis(0) == tensor.axis(1)) {
            return -1;
        }
        return tensor.axis(0) == bound[1] ? 0 : tensor.axis(1) == bound[1] ? 1 : -1;
    }

    private int place(String index, int length, Run run) {
        int[] bound = run.index(index);
        if (bound == null) {
            throw ExpressionException.of(at, "expression.index-axis", index);
        }
        if (bound[1] != length) {
            throw ExpressionException.of(at, "expression.index-lengths", index, length, bound[1]);
        }
        return bound[0];
    }

    private static Value cell(Value value, Tensor tensor, int cell) {
        return new NumberValue(tensor.cell(cell), value.bound(cell));
    }

    private static Value slice(Value value, Tensor tensor, int along, int place) {
        int columns = tensor.axis(1);
        double[] cells = new double[tensor.axis(1 - along)];
        double[] bounds = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            int cell = along == 0 ? place * columns + i : i * columns + place;
            cells[i] = tensor.cell(cell);
            bounds[i] = value.bound(cell);
        }
        return new TensorValue(Tensor.vector(cells), bounds);
    }

    @Override
    public List<Node> children() {
        return List.of(target);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return children.get(0) instanceof NameNode name
                ? new ExampleNode(at, name, cells, example, axis)
                : new IndexNode(at, children.get(0), indices());
    }

    private List<Node> indices() {
        List<Node> indices = new ArrayList<>();
        cells.forEach(cell -> indices.add(new NameNode(at, cell, -1)));
        if (example != null) {
            indices.add(new NameNode(at, example, -1));
        }
        return indices;
    }

    @Override
    public int binding() {
        return POSTFIX;
    }

    @Override
    public String text() {
        String below = cells.isEmpty() ? "" : "_{" + String.join(",", cells) + "}";
        return target.name() + below + (example == null ? "" : "^{(" + example + ")}");
    }

    @Override
    public String latex() {
        String below = cells.isEmpty() ? "" : "_{" + String.join("", cells) + "}";
        return Latex.beforeSubscript(target, POSTFIX) + below + (example == null ? "" : "^{(" + example + ")}");
    }
}
