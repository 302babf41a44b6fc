package gradus.expression.node;

import gradus.expression.value.Broadcast;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Run;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list: of numbers a vector, of vectors a matrix by rows, of matrices a tensor of rank 3, and so on. */
public record ListNode(int at, List<Node> items) implements Node {
    @Override
    public Value evaluate(Run run) {
        List<Value> values = new ArrayList<>(items.size());
        for (Node item : items) {
            values.add(item.evaluate(run));
        }
        return stacked(values, run, at);
    }

    private Value stacked(List<Value> values, Run run, int at) {
        int[] inner = new int[0];
        int size = 1;
        for (int i = 0; i < values.size(); i++) {
            Tensor cells = Broadcast.numeric(values.get(i), items.get(i).at(), "[ ]");
            if (i == 0) {
                inner = cells.shape();
                size = cells.size();
            } else if (cells.rank() != inner.length
                    || cells.size() != size
                    || !cells.sameShape(values.get(0).asTensor())) {
                throw ExpressionException.of(
                        items.get(i).at(), "expression.ragged", i + 1, cells.shapeText(), Tensor.shapeText(inner));
            }
        }
        if (inner.length == Tensor.MAX_RANK) {
            throw ExpressionException.of(at, "expression.rank", Tensor.MAX_RANK);
        }
        run.budget().room((long) size * values.size(), at);
        return joined(values, inner, size);
    }

    private static Value joined(List<Value> values, int[] inner, int size) {
        double[] cells = new double[size * values.size()];
        double[] bounds = new double[cells.length];
        boolean exact = true;
        for (int i = 0; i < values.size(); i++) {
            Tensor item = values.get(i).asTensor();
            for (int j = 0; j < size; j++) {
                cells[i * size + j] = item.cell(j);
                bounds[i * size + j] = values.get(i).bound(j);
                exact &= bounds[i * size + j] == 0;
            }
        }
        int[] shape = new int[inner.length + 1];
        shape[0] = values.size();
        System.arraycopy(inner, 0, shape, 1, inner.length);
        return new TensorValue(Tensor.of(shape, cells), exact ? null : bounds);
    }

    /** The items of the innermost lists, row-major. */
    public List<Node> leaves() {
        return items.stream()
                .flatMap(item -> item instanceof ListNode list ? list.leaves().stream() : Stream.of(item))
                .toList();
    }

    @Override
    public List<Node> children() {
        return items;
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new ListNode(at, children);
    }

    @Override
    public int binding() {
        return ATOM;
    }

    @Override
    public String text() {
        return items.stream().map(Node::text).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String latex() {
        if (!items.isEmpty() && items.stream().allMatch(ListNode.class::isInstance)) {
            return items.stream()
                    .map(row -> row.children().stream().map(Node::latex).collect(Collectors.joining(" & ")))
                    .collect(Collectors.joining(" \\\\ ", "\\begin{bmatrix}", "\\end{bmatrix}"));
        }
        return items.stream()
                .map(Node::latex)
                .collect(Collectors.joining(" \\\\ ", "\\begin{bmatrix}", "\\end{bmatrix}"));
    }
}
