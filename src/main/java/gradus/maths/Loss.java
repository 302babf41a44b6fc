package gradus.maths;

/** Losses, with the natural logarithm. Rows are examples where a loss averages. */
public final class Loss {
    private Loss() {}

    /**
     * −(y ln p + (1−y) ln(1−p)) cell by cell; a number for y or p stands for every cell. 0·ln 0 counts as 0, so a sure
     * and right answer costs 0 and a sure and wrong one ∞.
     *
     * @throws MathsException where y or p leaves [0, 1] or the shapes differ
     */
    public static Tensor logisticLoss(Tensor y, Tensor p) {
        Tensor model = y.isNumber() ? p : y;
        Tensor labels = Require.filledLike("p", model, "y", y);
        Tensor predictions = Require.filledLike("y", model, "p", p);
        return labels.zip(predictions, Loss::logisticLoss);
    }

    static double logisticLoss(double y, double p) {
        double label = Require.probability("y", y);
        double prediction = Require.probability("p", p);
        double ones = label == 0 ? 0 : label * Math.log(prediction);
        double zeros = label == 1 ? 0 : (1 - label) * Math.log1p(-prediction);
        return 0 - (ones + zeros);
    }

    /** Σ(o−t)² over all cells. */
    public static double squaredError(Tensor o, Tensor t) {
        Tensor targets = Require.like("o", o, "t", t);
        return LinearAlgebra.sumsq(o.zip(targets, (a, b) -> a - b));
    }

    /**
     * The mean over the rows of −Σ yₖ ln pₖ; 0·ln 0 counts as 0.
     *
     * @param p one row of probabilities an example; a vector is one example
     * @param y as many one-hot (or soft) rows, or the class of each example, from 0
     */
    public static double crossEntropy(Tensor p, Tensor y) {
        Tensor rows = examples("p", p);
        Tensor labels = labels("p", rows, p, y);
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            double label = labels.cell(i);
            double prediction = Require.probability("p", rows.cell(i));
            sum += label == 0 ? 0 : label * Math.log(prediction);
        }
        return 0 - sum / rows.rows();
    }

    /** Probabilities, mean loss, and the gradient of that mean by z. */
    public record SoftmaxCrossEntropy(Tensor p, double loss, Tensor dz) {}

    /**
     * Softmax along the rows of z and its cross-entropy with y, averaged over the rows; dz = (p−y)/m. Shapes as for
     * crossEntropy. The loss is Σ y(max z − z + ln(1 + Σ e^(z−max z))), the second sum without the largest z, so that a
     * row that is sure and right costs a little and not 0.
     */
    public static SoftmaxCrossEntropy softmaxCrossEntropy(Tensor z, Tensor y) {
        Tensor rows = examples("z", z);
        Tensor labels = labels("z", rows, z, y);
        Tensor p = Activation.softmax(rows, 2);
        int m = rows.rows();
        int classes = rows.columns();
        double sum = 0;
        double[] dz = new double[rows.size()];
        for (int i = 0; i < m; i++) {
            int top = 0;
            double weight = 0;
            for (int k = 0; k < classes; k++) {
                top = rows.at(i, k) > rows.at(i, top) ? k : top;
                weight += labels.at(i, k);
            }
            double largest = rows.at(i, top);
            double others = 0;
            for (int k = 0; k < classes; k++) {
                others += k == top ? 0 : Math.exp(rows.at(i, k) - largest);
            }
            for (int k = 0; k < classes; k++) {
                double label = labels.at(i, k);
                sum += label * (largest - rows.at(i, k) + Math.log1p(others));
                dz[i * classes + k] = (p.at(i, k) * (weight - label) - label * besides(p, i, k)) / m;
            }
        }
        return new SoftmaxCrossEntropy(
                p.reshape(z.shape()),
                sum / m,
                Tensor.of(new int[] {m, classes}, dz).reshape(z.shape()));
    }

    /** 1 − p of one class as the sum of the others, which keeps its digits where p is close to 1. */
    private static double besides(Tensor p, int row, int k) {
        double sum = 0;
        for (int other = 0; other < p.columns(); other++) {
            sum += other == k ? 0 : p.at(row, other);
        }
        return sum;
    }

    static Tensor examples(String name, Tensor given) {
        Require.notEmpty(name, given);
        return given.rank() == 1 ? given.reshape(1, given.size()) : Require.matrix(name, given);
    }

    /** One-hot rows in the shape of {@code rows}: given so, or made from class numbers. */
    static Tensor labels(String name, Tensor rows, Tensor given, Tensor y) {
        if (y.sameShape(given) && !(rows.columns() == 1 && rows.rows() > 1)) {
            return y.reshape(rows.shape());
        }
        if (y.rank() <= 2 && y.size() == rows.rows() && (y.rows() == 1 || y.columns() == 1)) {
            return oneHot(rows, y);
        }
        if (y.rank() <= 2 && rows.rows() == 1 && y.size() == rows.columns() && (y.rows() == 1 || y.columns() == 1)) {
            return y.reshape(rows.shape());
        }
        throw MathsException.of("maths.labels", name, given.shapeText(), y.shapeText(), rows.rows());
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
