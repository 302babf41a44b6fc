package gradus.maths;

import java.util.function.DoubleBinaryOperator;

/** The logarithms in losses, taken so that they neither overflow nor cancel, and the labels they are taken at. */
public final class Loss {
    private Loss() {}

    /**
     * y·ln p cell by cell, where 0·ln 0 counts as 0; a number for y or p stands for every cell.
     *
     * @throws MathsException where y or p leaves [0, 1] or the shapes differ
     */
    public static Tensor timesLn(Tensor y, Tensor p) {
        return zipped(y, p, (label, prediction) -> label == 0 ? 0 : label * Math.log(prediction));
    }

    /** (1−y)·ln(1−p) cell by cell as {@link #timesLn}; exact for small p too. */
    public static Tensor timesLnRest(Tensor y, Tensor p) {
        return zipped(y, p, (label, prediction) -> label == 1 ? 0 : (1 - label) * Math.log1p(-prediction));
    }

    private static Tensor zipped(Tensor y, Tensor p, DoubleBinaryOperator function) {
        Tensor model = y.isNumber() ? p : y;
        Tensor labels = Require.filledLike("p", model, "y", y);
        Tensor predictions = Require.filledLike("y", model, "p", p);
        return labels.zip(
                predictions,
                (label, prediction) ->
                        function.applyAsDouble(Require.probability("y", label), Require.probability("p", prediction)));
    }

    /** z − ln Σe^z along each row of a matrix, shifted by the largest cell so that nothing overflows; −ln p of a sure class keeps its digits. */
    public static Tensor logSoftmax(Tensor z) {
        Tensor rows = Require.matrix("z", z);
        double[] cells = rows.cells();
        int classes = rows.columns();
        for (int i = 0; i < rows.rows(); i++) {
            int top = 0;
            for (int k = 0; k < classes; k++) {
                top = rows.at(i, k) > rows.at(i, top) ? k : top;
            }
            double largest = rows.at(i, top);
            double others = 0;
            for (int k = 0; k < classes; k++) {
                others += k == top ? 0 : Math.exp(rows.at(i, k) - largest);
            }
            for (int k = 0; k < classes; k++) {
                cells[i * classes + k] = cells[i * classes + k] - largest - Math.log1p(others);
            }
        }
        return Tensor.of(rows.shape(), cells);
    }

    /** p − y along each row, where 1 − p of a class is summed from the others, which keeps its digits where p is close to 1. */
    public static Tensor lessLabels(Tensor p, Tensor y) {
        Tensor labels = Require.like("p", p, "y", y);
        double[] cells = new double[p.size()];
        for (int i = 0; i < cells.length; i++) {
            int row = i / p.columns();
            double weight = 0;
            double besides = 0;
            for (int k = 0; k < p.columns(); k++) {
                weight += labels.at(row, k);
                besides += k == i % p.columns() ? 0 : p.at(row, k);
            }
            double label = labels.cell(i);
            cells[i] = p.cell(i) * (weight - label) - label * besides;
        }
        return Tensor.of(p.shape(), cells);
    }

    /** Softmax along each row i of a matrix over its first i cells; the others are 0. */
    public static Tensor causalSoftmax(Tensor scores) {
        double[] cells = Require.matrix("S", scores).cells();
        int columns = scores.columns();
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i % columns > i / columns ? Double.NEGATIVE_INFINITY : cells[i];
        }
        return logSoftmax(Tensor.of(new int[] {scores.rows(), columns}, cells)).map(Math::exp);
    }

    /** One-hot rows in the shape of {@code rows}: given so, or made from class numbers. */
    public static Tensor labels(String name, Tensor rows, Tensor y) {
        Require.notEmpty(name, rows);
        if (y.sameShape(rows) && !(rows.columns() == 1 && rows.rows() > 1)) {
            return y;
        }
        if (y.rank() <= 2 && y.size() == rows.rows() && (y.rows() == 1 || y.columns() == 1)) {
            return oneHot(rows, y);
        }
        if (y.rank() <= 2 && rows.rows() == 1 && y.size() == rows.columns() && (y.rows() == 1 || y.columns() == 1)) {
            return y.reshape(rows.shape());
        }
        throw MathsException.of("maths.labels", name, rows.shapeText(), y.shapeText(), rows.rows());
    }

    private static Tensor oneHot(Tensor rows, Tensor classes) {
        double[] cells = new double[rows.size()];
        for (int i = 0; i < rows.rows(); i++) {
            double k = classes.cell(i);
            if (k != Math.rint(k) || k < 0 || k >= rows.columns()) {
                throw MathsException.of("maths.class-number", Numbers.plain(k), rows.columns() - 1);
            }
            cells[i * rows.columns() + (int) k] = 1;
        }
        return Tensor.of(rows.shape(), cells);
    }
}
