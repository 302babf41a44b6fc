package gradus.grading.work;

import gradus.expression.Expression;
import gradus.expression.node.Node;
import gradus.expression.node.OperationNode;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Operator;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import gradus.maths.Steps;
import gradus.maths.Tensor;
import gradus.question.Variant;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a matrix as the sum that it is: of the window under a kernel, or of a row times a column; else as the formula of
 * the cells that it is made of.
 *
 * @param formula that of the matrix
 */
public record CellSum(Variant variant, Expression formula) {
    private static final int LONGEST = 400;

    /** The terms of a sum in LaTeX with what they come to. */
    private record Terms(String latex, double total) {
        Terms with(Operator sign, double last) {
            boolean plus = (sign == Operator.ADD) == last >= 0;
            return new Terms(
                    latex + (plus ? " + " : " - ") + Numbers.latex(Math.abs(last)),
                    sign == Operator.ADD ? total + last : total - last);
        }
    }

    /** The sum of a cell in LaTeX; null where the matrix is worked out in another way. */
    public @Nullable String of(Tensor matrix, int cell) {
        if (matrix.rank() != 2) {
            return null;
        }
        int row = cell / matrix.columns();
        int column = cell % matrix.columns();
        try {
            Terms terms = terms(formula.root(), row, column);
            String sum = terms == null
                    ? line(formula.steps(variant.scope()), "_{" + (row + 1) + "," + (column + 1) + "} = ")
                    : terms.latex() + " = " + Numbers.latex(terms.total());
            sum = sum == null ? new CellFormula(variant, formula).of(matrix, row, column) : sum;
            return sum == null || sum.length() > LONGEST ? null : Numbers.rounded(sum, Numbers.DIGITS);
        } catch (ExpressionException impossible) {
            return null;
        }
    }

    /** The line of the worked steps that is about the cell. */
    private static @Nullable String line(Steps steps, String cell) {
        return steps.lines().stream()
                .map(Steps.Line::latex)
                .filter(latex -> latex.indexOf(cell) > 0 && latex.indexOf(cell) == latex.indexOf("_{"))
                .findFirst()
                .orElse(null);
    }

    /** The terms of a product of matrices, or of one to which something is added; null of all else. */
    private @Nullable Terms terms(Node node, int row, int column) {
        if (!(node instanceof OperationNode operation)) {
            return null;
        }
        if (operation.operator() == Operator.TIMES) {
            return product(operation, row, column);
        }
        boolean adds = operation.operator() == Operator.ADD || operation.operator() == Operator.SUBTRACT;
        Terms before = adds ? terms(operation.left(), row, column) : null;
        Tensor last = before == null ? null : value(operation.right());
        return before == null || last == null || last.rank() > 2
                ? null
                : before.with(
                        operation.operator(),
                        last.rank() == 0
                                ? last.cell(0)
                                : last.at(last.rows() == 1 ? 0 : row, last.columns() == 1 ? 0 : column));
    }

    private @Nullable Terms product(OperationNode product, int row, int column) {
        Tensor left = value(product.left());
        Tensor right = value(product.right());
        if (left == null || right == null || left.columns() != right.rows() || left.rank() != 2 || right.rank() != 2) {
            return null;
        }
        StringBuilder sum = new StringBuilder();
        double total = 0;
        for (int k = 0; k < left.columns(); k++) {
            double one = left.at(row, k);
            double other = right.at(k, column);
            total += one * other;
            sum.append(k == 0 ? "" : " + ").append(Numbers.factor(one));
            sum.append(" \\cdot ").append(Numbers.factor(other));
        }
        return new Terms(sum.toString(), total);
    }

    private @Nullable Tensor value(Node factor) {
        Value value = Expression.parse(factor.text(), formula.vocabulary()).evaluate(variant.scope());
        return value.isNumeric() ? value.asTensor() : null;
    }
}
