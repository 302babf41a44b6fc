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
import gradus.question.Part;
import gradus.question.Variant;
import org.jspecify.annotations.Nullable;

/** One cell of a key as the sum that it is: of the window under a kernel, or of a row times a column. */
public record CellSum(Variant variant, Part part) {
    private static final int LONGEST = 400;

    /** The sum of a cell in LaTeX; null where the key is worked out in another way. */
    public @Nullable String of(Tensor key, int cell) {
        if (key.rank() != 2) {
            return null;
        }
        int row = cell / key.columns();
        int column = cell % key.columns();
        try {
            Expression expect = variant.expect(part);
            String sum = expect.root() instanceof OperationNode product && product.operator() == Operator.TIMES
                    ? product(product, row, column)
                    : line(expect.steps(variant.scope()), "_{" + (row + 1) + "," + (column + 1) + "} = ");
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

    private @Nullable String product(OperationNode product, int row, int column) {
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
        return sum + " = " + Numbers.latex(total);
    }

    private @Nullable Tensor value(Node factor) {
        Expression expect = variant.expect(part);
        Value value = Expression.parse(factor.text(), expect.vocabulary()).evaluate(variant.scope());
        return value.isNumeric() ? value.asTensor() : null;
    }
}
