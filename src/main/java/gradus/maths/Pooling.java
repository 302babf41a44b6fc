package gradus.maths;

/**
 * Pooling of the last two axes: a matrix, maps [C, H, W] or a batch [N, C, H, W], each map by itself.
 *
 * <p>Padding as in PyTorch: at most half the size; it never wins a maximum and counts as zeros in an average. Cells that
 * fill no whole window at the end are left out.
 */
public final class Pooling {
    private Pooling() {}

    /** The largest cell of each window. */
    public static Tensor maxPool(Tensor x, int size, int stride, int padding) {
        Windows windows = windows(x, size, stride, padding);
        return pooled(x, windows, (map, i, j) -> x.cell(largest(x, windows, map, i, j)));
    }

    /** The mean of each window. */
    public static Tensor avgPool(Tensor x, int size, int stride, int padding) {
        Windows windows = windows(x, size, stride, padding);
        return pooled(x, windows, (map, i, j) -> mean(x, windows, map, i, j));
    }

    /** The gradient by x, from dy, the gradient by the pooled maps: the first maximum of each window takes it all. */
    public static Tensor maxPoolBackward(Tensor x, Tensor dy, int size, int stride, int padding) {
        Windows windows = windows(x, size, stride, padding);
        Tensor gradient = Require.like("y", Tensor.zeros(shape(x, windows)), "dy", dy);
        double[] dx = new double[x.size()];
        int at = 0;
        for (int map = 0; map < maps(x); map++) {
            for (int i = 0; i < windows.rows(); i++) {
                for (int j = 0; j < windows.columns(); j++) {
                    dx[largest(x, windows, map, i, j)] += gradient.cell(at++);
                }
            }
        }
        return Tensor.of(x.shape(), dx);
    }

    static Windows windows(Tensor x, int size, int stride, int padding) {
        if (x.rank() < 2) {
            throw MathsException.of("maths.rank", "x", 2, x.shapeText());
        }
        Require.notEmpty("x", x);
        Require.atLeast(1, "size", size);
        Require.atLeast(0, "padding", padding);
        if (padding > size / 2) {
            throw MathsException.of("maths.pool-padding", padding, size);
        }
        int[] shape = x.shape();
        Windows windows =
                Windows.of(shape[x.rank() - 2], shape[x.rank() - 1], size, size, Padding.of(padding), stride, 1);
        Require.work((double) maps(x) * windows.rows() * windows.columns() * size * size);
        return windows;
    }

    private static int maps(Tensor x) {
        return x.size() / (x.axis(x.rank() - 2) * x.axis(x.rank() - 1));
    }

    private static int[] shape(Tensor x, Windows windows) {
        int[] shape = x.shape();
        shape[x.rank() - 2] = windows.rows();
        shape[x.rank() - 1] = windows.columns();
        Require.cells(maps(x), windows.rows(), windows.columns());
        return shape;
    }

    private static Tensor pooled(Tensor x, Windows windows, Pool pool) {
        int[] shape = shape(x, windows);
        double[] y = new double[maps(x) * windows.rows() * windows.columns()];
        int at = 0;
        for (int map = 0; map < maps(x); map++) {
            for (int i = 0; i < windows.rows(); i++) {
                for (int j = 0; j < windows.columns(); j++) {
                    y[at++] = pool.of(map, i, j);
                }
            }
        }
        return Tensor.of(shape, y);
    }

    /** Where the first largest cell of a window stands in x; one that is not a number wins. */
    static int largest(Tensor x, Windows windows, int map, int i, int j) {
        int best = -1;
        for (int u = 0; u < windows.kernelHeight(); u++) {
            for (int v = 0; v < windows.kernelWidth(); v++) {
                int row = windows.top(i) + u;
                int column = windows.left(j) + v;
                if (windows.inside(row, column)) {
                    int at = (map * windows.height() + row) * windows.width() + column;
                    if (best < 0 || x.cell(at) > x.cell(best) || Double.isNaN(x.cell(at))) {
                        best = at;
                    }
                }
            }
        }
        return best;
    }

    private static double mean(Tensor x, Windows windows, int map, int i, int j) {
        double sum = 0;
        for (int u = 0; u < windows.kernelHeight(); u++) {
            for (int v = 0; v < windows.kernelWidth(); v++) {
                int row = windows.top(i) + u;
                int column = windows.left(j) + v;
                if (windows.inside(row, column)) {
                    sum += x.cell((map * windows.height() + row) * windows.width() + column);
                }
            }
        }
        return sum / (windows.kernelHeight() * windows.kernelWidth());
    }

    /** What one window of one map gives. */
    private interface Pool {
        double of(int map, int i, int j);
    }
}
