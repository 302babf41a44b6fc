package gradus.maths;

/**
 * Correlation, convolution and convolutional layers. A layer correlates (does not turn its kernel), as the libraries do.
 */
public final class Convolution {
    private Convolution() {}

    /**
     * y[i,j] = Σ x[i·s+u·d, j·s+v·d]·f[u,v] over the zero-padded x.
     *
     * @param x a matrix; a vector with a vector f is correlated in one dimension
     * @param f the kernel, a matrix
     * @throws MathsException where f is larger than the padded x, or stride or dilation is below 1
     */
    public static Tensor correlate2d(Tensor x, Tensor f, Padding padding, int stride, int dilation) {
        Tensor input = Require.matrix("x", x);
        Tensor kernel = Require.matrix("f", f);
        Windows windows = windows(x, f, padding, stride, dilation);
        double[] y = results(1, windows, kernel.size());
        correlate(windows, input.raw(), 0, kernel.raw(), 0, y, 0);
        boolean line = x.rank() == 1 && f.rank() == 1;
        return Tensor.of(line ? new int[] {y.length} : new int[] {windows.rows(), windows.columns()}, y);
    }

    /** As {@link #correlate2d}, with the largest product of each window instead of their sum; those outside of x are 0. */
    public static Tensor largestProducts(Tensor x, Tensor f, Padding padding, int stride, int dilation) {
        Tensor input = Require.matrix("x", x);
        Tensor kernel = Require.matrix("f", f);
        Windows windows = windows(x, f, padding, stride, dilation);
        double[] y = results(1, windows, kernel.size());
        for (int place = 0; place < y.length; place++) {
            int top = windows.top(place / windows.columns());
            int left = windows.left(place % windows.columns());
            y[place] = Double.NEGATIVE_INFINITY;
            for (int cell = 0; cell < kernel.size(); cell++) {
                int row = top + cell / windows.kernelWidth() * dilation;
                int column = left + cell % windows.kernelWidth() * dilation;
                boolean inside = windows.inside(row, column);
                y[place] = Math.max(y[place], inside ? input.at(row, column) * kernel.cell(cell) : 0);
            }
        }
        return Tensor.of(new int[] {windows.rows(), windows.columns()}, y);
    }

    /** As {@link #correlate2d}, with f turned by 180° first. */
    public static Tensor convolve2d(Tensor x, Tensor f, Padding padding, int stride, int dilation) {
        return correlate2d(x, Layout.rot180(Require.matrix("f", f)).reshape(f.shape()), padding, stride, dilation);
    }

    static Windows windows(Tensor x, Tensor f, Padding padding, int stride, int dilation) {
        Padding sides = padding instanceof Padding.Sides given && x.rank() == 1 && f.rank() == 1
                ? Padding.of(given.top(), given.bottom(), 0, 0)
                : padding;
        return Windows.of(x.rows(), x.columns(), f.rows(), f.columns(), sides, stride, dilation);
    }

    /**
     * A convolutional layer: y[o] = b[o] + Σ_c correlate(x[c], w[o,c]).
     *
     * @param x [C, H, W]
     * @param w [O, C/groups, kh, kw]; output o sees the input channels of its group
     * @param b one number an output channel, or a number for all
     * @return [O, H′, W′]
     */
    public static Tensor convLayer(
            Tensor x, Tensor w, Tensor b, Padding padding, int stride, int dilation, int groups) {
        Fitted layer = Fitted.of(x, w, b, padding, stride, dilation, groups);
        Windows windows = layer.windows();
        double[] y = results(w.axis(0), windows, (double) w.axis(1) * w.axis(2) * w.axis(3));
        for (int o = 0; o < w.axis(0); o++) {
            for (int i = 0; i < layer.map(); i++) {
                y[o * layer.map() + i] = layer.bias()[o];
            }
            for (int c = 0; c < w.axis(1); c++) {
                correlate(windows, x.raw(), layer.input(o, c), w.raw(), layer.kernel(o, c), y, o * layer.map());
            }
        }
        return Tensor.of(new int[] {w.axis(0), windows.rows(), windows.columns()}, y);
    }

    /** The gradients of a loss by the inputs, kernels and biases of a layer, each in the shape of what it belongs to. */
    public record ConvLayerBackward(Tensor dx, Tensor dw, Tensor db) {}

    /** From dy [O, H′, W′], the gradient of a loss by the output of {@link #convLayer}. */
    public static ConvLayerBackward convLayerBackward(
            Tensor x, Tensor w, Tensor b, Tensor dy, Padding padding, int stride, int dilation, int groups) {
        Fitted layer = Fitted.of(x, w, b, padding, stride, dilation, groups);
        Windows windows = layer.windows();
        results(w.axis(0), windows, 2.0 * w.axis(1) * w.axis(2) * w.axis(3));
        Tensor output = Tensor.zeros(w.axis(0), windows.rows(), windows.columns());
        Require.like("y", output, "dy", dy);
        double[] dx = new double[x.size()];
        double[] dw = new double[w.size()];
        double[] db = new double[w.axis(0)];
        for (int o = 0; o < w.axis(0); o++) {
            for (int i = 0; i < layer.map(); i++) {
                db[o] += dy.cell(o * layer.map() + i);
            }
            for (int c = 0; c < w.axis(1); c++) {
                back(windows, x.raw(), dx, layer.input(o, c), w.raw(), dw, layer.kernel(o, c), dy, o * layer.map());
            }
        }
        int[] biases = b.size() == db.length && b.rank() > 0 ? b.shape() : new int[] {db.length};
        return new ConvLayerBackward(Tensor.of(x.shape(), dx), Tensor.of(w.shape(), dw), Tensor.of(biases, db));
    }

    /**
     * The transposed convolution of a matrix: each cell of x lays its multiple of f onto the result, {@code stride}
     * apart; then {@code padding} lines are cut off on each side. As PyTorch's conv_transpose2d on one channel.
     *
     * @return (H−1)·stride + kh − 2·padding rows, columns likewise
     */
    public static Tensor convTranspose2d(Tensor x, Tensor f, int stride, int padding) {
        Tensor input = Require.matrix("x", x);
        Tensor kernel = Require.matrix("f", f);
        Require.atLeast(1, "stride", stride);
        Require.atLeast(0, "padding", padding);
        long tall = ((long) input.rows() - 1) * stride + kernel.rows() - 2L * padding;
        long wide = ((long) input.columns() - 1) * stride + kernel.columns() - 2L * padding;
        if (tall < 1 || wide < 1 || x.size() == 0 || f.size() == 0) {
            throw MathsException.of("maths.nothing-left", x.shapeText(), f.shapeText(), stride, padding);
        }
        Require.cells(tall, wide);
        Require.work((double) input.size() * kernel.size());
        double[] y = new double[(int) (tall * wide)];
        for (int i = 0; i < input.rows(); i++) {
            for (int j = 0; j < input.columns(); j++) {
                for (int u = 0; u < kernel.rows(); u++) {
                    for (int v = 0; v < kernel.columns(); v++) {
                        long row = (long) i * stride + u - padding;
                        long column = (long) j * stride + v - padding;
                        if (row >= 0 && row < tall && column >= 0 && column < wide) {
                            y[(int) (row * wide + column)] += input.at(i, j) * kernel.at(u, v);
                        }
                    }
                }
            }
        }
        return Tensor.of(new int[] {(int) tall, (int) wide}, y);
    }

    private static double[] results(int maps, Windows windows, double workPerCell) {
        Require.cells(maps, windows.rows(), windows.columns());
        Require.work((double) maps * windows.rows() * windows.columns() * workPerCell);
        return new double[maps * windows.rows() * windows.columns()];
    }

    /** Adds the correlation of one map with one kernel to y; the offsets say where each begins in its array. */
    private static void correlate(Windows windows, double[] x, int xAt, double[] f, int fAt, double[] y, int yAt) {
        int dilation = windows.dilation();
        for (int i = 0; i < windows.rows(); i++) {
            for (int j = 0; j < windows.columns(); j++) {
                double sum = 0;
                for (int u = 0; u < windows.kernelHeight(); u++) {
                    int row = windows.top(i) + u * dilation;
                    for (int v = 0; v < windows.kernelWidth(); v++) {
                        int column = windows.left(j) + v * dilation;
                        if (windows.inside(row, column)) {
                            sum += x[xAt + row * windows.width() + column] * f[fAt + u * windows.kernelWidth() + v];
                        }
                    }
                }
                y[yAt + i * windows.columns() + j] += sum;
            }
        }
    }

    private static void back(
            Windows windows, double[] x, double[] dx, int xAt, double[] f, double[] df, int fAt, Tensor dy, int yAt) {
        int dilation = windows.dilation();
        for (int i = 0; i < windows.rows(); i++) {
            for (int j = 0; j < windows.columns(); j++) {
                double error = dy.cell(yAt + i * windows.columns() + j);
                for (int u = 0; u < windows.kernelHeight(); u++) {
                    int row = windows.top(i) + u * dilation;
                    for (int v = 0; v < windows.kernelWidth(); v++) {
                        int column = windows.left(j) + v * dilation;
                        if (windows.inside(row, column)) {
                            int atX = xAt + row * windows.width() + column;
                            int atF = fAt + u * windows.kernelWidth() + v;
                            dx[atX] += f[atF] * error;
                            df[atF] += x[atX] * error;
                        }
                    }
                }
            }
        }
    }

    /** The arguments of a layer after they were found to fit; says where a map and a kernel begin. */
    record Fitted(Tensor x, Tensor w, double[] bias, Windows windows, int outputsPerGroup) {
        static Fitted of(Tensor x, Tensor w, Tensor b, Padding padding, int stride, int dilation, int groups) {
            Require.rank(3, "x", x);
            Require.rank(4, "w", w);
            Require.atLeast(1, "groups", groups);
            int channels = x.axis(0);
            int filters = w.axis(0);
            if (channels % groups != 0 || filters % groups != 0 || w.axis(1) != channels / groups) {
                throw MathsException.of("maths.channels", x.shapeText(), w.shapeText(), groups);
            }
            double[] bias = Require.oneEach("b", b, filters);
            Windows windows = Windows.of(x.axis(1), x.axis(2), w.axis(2), w.axis(3), padding, stride, dilation);
            return new Fitted(x, w, bias, windows, filters / groups);
        }

        /** Cells of one output map. */
        int map() {
            return windows.rows() * windows.columns();
        }

        /** The input channel that kernel c of output o looks at. */
        int channel(int o, int c) {
            return o / outputsPerGroup * w.axis(1) + c;
        }

        int input(int o, int c) {
            return channel(o, c) * x.axis(1) * x.axis(2);
        }

        int kernel(int o, int c) {
            return (o * w.axis(1) + c) * w.axis(2) * w.axis(3);
        }
    }
}
