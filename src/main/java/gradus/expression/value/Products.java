package gradus.expression.value;

import gradus.expression.value.ExpressionException.Edit;
import gradus.maths.Tensor;
import gradus.message.Message;

/** The product {@code *}: the matrix product of two matrices, otherwise scaling by a number. A vector is a column. */
public final class Products {
    private static final long STEPS_A_TERM = 6;

    private Products() {}

    public static Value times(Run run, int at, Value left, Value right) {
        Tensor a = Broadcast.numeric(left, at, "*");
        Tensor b = Broadcast.numeric(right, at, "*");
        boolean inner = a.columns() == b.rows();
        if (a.rank() == 0 || b.rank() == 0 || (!inner && (Shapes.countsAsNumber(a) || Shapes.countsAsNumber(b)))) {
            return Broadcast.apply(run, at, "*", Operator.TIMES, left, right, -1);
        }
        if (a.rank() > 2 || b.rank() > 2 || !inner) {
            throw misfit(a, b, at);
        }
        TensorValue product = matrices(run, at, left, right);
        if (b.rank() == 1) {
            return product.tensor().size() == 1
                    ? product.onlyCell()
                    : new TensorValue(product.tensor().reshape(a.rows()), product.bounds());
        }
        return product;
    }

    private static TensorValue matrices(Run run, int at, Value left, Value right) {
        Tensor a = left.asTensor();
        Tensor b = right.asTensor();
        int rows = a.rows();
        int columns = b.columns();
        int inner = a.columns();
        run.budget().room((long) rows * columns, at);
        run.budget().spend(STEPS_A_TERM * rows * columns * inner, at);
        double[] cells = new double[rows * columns];
        double[] bounds = new double[rows * columns];
        double worst = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                double bound = 0;
                for (int k = 0; k < inner; k++) {
                    int p = i * inner + k;
                    int q = k * columns + j;
                    double x = a.cell(p);
                    double y = b.cell(q);
                    double term = x * y;
                    double next = sum + term;
                    double boundX = left.bound(p);
                    double boundY = right.bound(q);
                    bound += Rounding.ofProduct(x, y, term)
                            + Rounding.ofSum(sum, term, next)
                            + Math.abs(x) * boundY
                            + Math.abs(y) * boundX
                            + boundX * boundY;
                    sum = next;
                }
                cells[i * columns + j] = sum;
                bounds[i * columns + j] = Double.isNaN(sum) && !Double.isInfinite(bound)
                        ? 0
                        : Double.isFinite(sum) ? bound : Double.POSITIVE_INFINITY;
                worst = Math.max(worst, bounds[i * columns + j]);
            }
        }
        return new TensorValue(Tensor.of(new int[] {rows, columns}, cells), worst == 0 ? null : bounds);
    }

    private static ExpressionException misfit(Tensor a, Tensor b, int at) {
        if (a.rank() <= 2 && b.rank() <= 2) {
            if (a.rows() == b.rows() && a.columns() == b.columns()) {
                return hinted(a, b, at, Message.of("expression.hint-elementwise-or-transpose"))
                        .offering(
                                Edit.sign(at, "*", "⊙"),
                                Edit.sign(at, "·", "⊙"),
                                Edit.sign(at, "×", "⊙"),
                                Edit.mark(at, "'"));
            }
            if (a.columns() == b.columns() || a.rows() == b.rows()) {
                return hinted(a, b, at, Message.of("expression.hint-transpose")).offering(Edit.mark(at, "'"));
            }
        }
        return ExpressionException.of(at, "expression.shapes-misfit", "*", a.shapeText(), b.shapeText());
    }

    private static ExpressionException hinted(Tensor a, Tensor b, int at, Message hint) {
        return ExpressionException.of(at, "expression.shapes-misfit-hint", "*", a.shapeText(), b.shapeText(), hint);
    }
}
