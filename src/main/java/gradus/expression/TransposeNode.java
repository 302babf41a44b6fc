package gradus.expression;

import gradus.maths.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transpose of a matrix; of a vector it is a row.
 *
 * @param exponent the declared name T in {@code W^T}: where that is a number this is a power
 */
record TransposeNode(int at, Node operand, @Nullable NameNode exponent) implements Node {
    @Override
    public Value evaluate(Run run) {
        if (exponent != null) {
            Value power = exponent.evaluate(run);
            if (power.isNumeric() && Shapes.countsAsNumber(power.asTensor())) {
                return new OperationNode(at, Operator.POWER, operand, exponent, -1).evaluate(run);
            }
        }
        return transpose(run, operand.evaluate(run), at);
    }

    static Value transpose(Run run, Value value, int at) {
        Tensor tensor = Broadcast.numeric(value, at, "'");
        if (tensor.rank() == 0) {
            return value;
        }
        if (tensor.rank() > 2) {
            throw ExpressionException.of(at, "expression.transpose-rank", tensor.shapeText());
        }
        int rows = tensor.rows();
        int columns = tensor.columns();
        run.budget.room(tensor.size(), at);
        double[] cells = new double[tensor.size()];
        double[] bounds =
                value instanceof TensorValue exact && exact.bounds() == null ? null : new double[cells.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                cells[j * rows + i] = tensor.at(i, j);
                if (bounds != null) {
                    bounds[j * rows + i] = value.bound(i * columns + j);
                }
            }
        }
        return new TensorValue(Tensor.of(new int[] {columns, rows}, cells), bounds);
    }

    @Override
    public List<Node> children() {
        return exponent == null ? List.of(operand) : List.of(operand, exponent);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new TransposeNode(at, children.get(0), exponent);
    }

    @Override
    public int binding() {
        return POSTFIX;
    }

    @Override
    public String text() {
        return operand.text(POSTFIX) + (exponent == null ? "'" : "^T");
    }

    @Override
    public String latex() {
        return Latex.belowSuperscript(operand, POSTFIX) + "^{" + (exponent == null ? "\\top" : "T") + "}";
    }
}
