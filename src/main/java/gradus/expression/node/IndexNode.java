package gradus.expression.node;

import gradus.expression.value.Broadcast;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Run;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cell, row or part of a tensor, or an item of a sequence. Indices count from 1; a single index selects a cell of a
 * row or column vector.
 */
public record IndexNode(int at, Node target, List<Node> indices) implements Node {
    @Override
    public Value evaluate(Run run) {
        Value value = target.evaluate(run);
        if (value instanceof SequenceValue sequence) {
            return item(sequence, run);
        }
        Tensor tensor = Broadcast.numeric(value, at, "[ ]");
        int[] shape = tensor.shape();
        if (indices.size() > shape.length) {
            throw ExpressionException.of(at, "expression.too-many-indices", indices.size(), value.kind());
        }
        boolean line = shape.length == 2 && indices.size() == 1 && (shape[0] == 1 || shape[1] == 1);
        if (line) {
            int cell = index(indices.get(0), tensor.size(), run);
            return new NumberValue(tensor.cell(cell), value.bound(cell));
        }
        int offset = 0;
        int size = tensor.size();
        for (int axis = 0; axis < indices.size(); axis++) {
            int place = index(indices.get(axis), shape[axis], run);
            size /= shape[axis];
            offset += size * place;
        }
        if (indices.size() == shape.length) {
            return new NumberValue(tensor.cell(offset), value.bound(offset));
        }
        return part(value, offset, size, shape);
    }

    private Value item(SequenceValue sequence, Run run) {
        if (indices.size() != 1) {
            throw ExpressionException.of(at, "expression.too-many-indices", indices.size(), sequence.kind());
        }
        return sequence.items().get(index(indices.get(0), sequence.items().size(), run));
    }

    private static int index(Node node, int size, Run run) {
        Value value = node.evaluate(run);
        double index = value instanceof NumberValue number ? number.value() : Double.NaN;
        if (index != Math.rint(index) || index < 1 || index > size) {
            throw ExpressionException.of(node.at(), "expression.index-outside", node.text(), size);
        }
        return (int) index - 1;
    }

    /** What remains under the given indices; a row of a matrix remains a row. */
    private Value part(Value value, int offset, int size, int[] shape) {
        int[] rest =
                shape.length == 2 ? new int[] {1, shape[1]} : Arrays.copyOfRange(shape, indices.size(), shape.length);
        double[] cells = new double[size];
        double[] bounds = new double[size];
        boolean exact = true;
        for (int i = 0; i < size; i++) {
            cells[i] = value.asTensor().cell(offset + i);
            bounds[i] = value.bound(offset + i);
            exact &= bounds[i] == 0;
        }
        return new TensorValue(Tensor.of(rest, cells), exact ? null : bounds);
    }

    @Override
    public List<Node> children() {
        return Stream.concat(Stream.of(target), indices.stream()).toList();
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new IndexNode(at, children.get(0), children.subList(1, children.size()));
    }

    @Override
    public int binding() {
        return POSTFIX;
    }

    @Override
    public String text() {
        return target.text(POSTFIX) + indices.stream().map(Node::text).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String latex() {
        return Latex.beforeSubscript(target, POSTFIX)
                + indices.stream().map(Node::latex).collect(Collectors.joining(",", "_{", "}"));
    }
}
