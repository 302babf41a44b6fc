package gradus.grading.work;

import gradus.expression.Expression;
import gradus.expression.node.CallNode;
import gradus.expression.node.NegationNode;
import gradus.expression.node.Node;
import gradus.expression.node.OperationNode;
import gradus.expression.node.Substitution;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import gradus.maths.Tensor;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a matrix as the formula of those cells and numbers that it is made of, where it is worked out cell by cell.
 *
 * @param formula that of the matrix
 */
record CellFormula(Variant variant, Expression formula) {
    private static final double SAME = 1e-9;

    /** The formula with its numbers and what it comes to, in LaTeX; null where the cell is made in another way. */
    @Nullable
    String of(Tensor matrix, int row, int column) {
        Node cell = cell(formula.root(), row, column);
        boolean bare =
                cell instanceof NegationNode sign && sign.operand().children().isEmpty();
        boolean made = cell != null && !bare && !cell.children().isEmpty() && comesTo(cell, matrix.at(row, column));
        return cell == null || !made ? null : cell.latex() + " = " + Numbers.latex(matrix.at(row, column));
    }

    /** What stands in a cell of a sub-expression, made of what stands in its parts; null where that cannot be told. */
    private @Nullable Node cell(Node node, int row, int column) {
        Value value = value(node);
        if (value == null) {
            return null;
        }
        Tensor cells = value.asTensor().asMatrix();
        if (row >= cells.rows() && cells.rows() > 1 || column >= cells.columns() && cells.columns() > 1) {
            return null;
        }
        double number = cells.at(cells.rows() == 1 ? 0 : row, cells.columns() == 1 ? 0 : column);
        boolean isOne = node instanceof CallNode call && call.listing() == null;
        if (node instanceof OperationNode || node instanceof NegationNode || isOne) {
            List<Node> parts = new ArrayList<>();
            for (Node child : node.children()) {
                Node part = cell(child, row, column);
                if (part == null) {
                    return literal(number);
                }
                parts.add(part);
            }
            Node made = parts.isEmpty() ? node : node.withChildren(parts);
            return comesTo(made, number) ? made : literal(number);
        }
        return literal(number);
    }

    private static Node literal(double number) {
        return Substitution.literal(NumberValue.exactly(number), 0);
    }

    private boolean comesTo(Node node, double number) {
        Value value = value(node);
        return value != null
                && value.asTensor().size() == 1
                && Math.abs(value.asTensor().cell(0) - number) <= SAME * Math.max(1, Math.abs(number));
    }

    private @Nullable Value value(Node node) {
        try {
            Value value = Expression.parse(node.text(), formula.vocabulary()).evaluate(variant.scope());
            return value.isNumeric() && value.asTensor().rank() <= 2 ? value : null;
        } catch (ExpressionException impossible) {
            return null;
        }
    }
}
