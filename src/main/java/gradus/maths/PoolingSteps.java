package gradus.maths;

/** The windows of poolings, each with its cells. */
public final class PoolingSteps {
    private PoolingSteps() {}

    public static Steps maxPool(Tensor x, int size, int stride, int padding) {
        Tensor y = Pooling.maxPool(x, size, stride, padding);
        Windows windows = Pooling.windows(x, size, stride, padding);
        return new StepsWriter()
                .each(
                        y.size(),
                        cell -> StepsWriter.at("y", cell, y.shape()) + " = \\max(" + window(x, windows, cell, ",\\, ")
                                + ") = " + Numbers.latex(y.cell(cell)))
                .line("y = " + Numbers.latex(y))
                .done();
    }

    public static Steps avgPool(Tensor x, int size, int stride, int padding) {
        Tensor y = Pooling.avgPool(x, size, stride, padding);
        Windows windows = Pooling.windows(x, size, stride, padding);
        return new StepsWriter()
                .each(
                        y.size(),
                        cell -> StepsWriter.at("y", cell, y.shape()) + " = \\tfrac{1}{" + size * size + "}("
                                + window(x, windows, cell, " + ") + ") = " + Numbers.latex(y.cell(cell)))
                .line("y = " + Numbers.latex(y))
                .done();
    }

    public static Steps maxPoolBackward(Tensor x, Tensor dy, int size, int stride, int padding) {
        Tensor dx = Pooling.maxPoolBackward(x, dy, size, stride, padding);
        Windows windows = Pooling.windows(x, size, stride, padding);
        return new StepsWriter()
                .each(dy.size(), cell -> {
                    int map = cell / (windows.rows() * windows.columns());
                    int i = cell / windows.columns() % windows.rows();
                    int at = Pooling.largest(x, windows, map, i, cell % windows.columns());
                    return "\\max(" + window(x, windows, cell, ",\\, ") + ") = "
                            + StepsWriter.at("x", at, x.shape()) + " \\;\\Rightarrow\\; "
                            + StepsWriter.at("dx", at, x.shape()) + " \\mathrel{+}= "
                            + StepsWriter.at("dy", cell, dy.shape()) + " = " + Numbers.latex(dy.cell(cell));
                })
                .line("dx = " + Numbers.latex(dx))
                .done();
    }

    private static StepsWriter.Terms window(Tensor x, Windows windows, int cell, String separator) {
        StepsWriter.Terms terms = new StepsWriter.Terms(separator);
        int map = cell / (windows.rows() * windows.columns());
        for (int u = 0; u < windows.kernelHeight(); u++) {
            for (int v = 0; v < windows.kernelWidth(); v++) {
                int row = windows.top(cell / windows.columns() % windows.rows()) + u;
                int column = windows.left(cell % windows.columns()) + v;
                if (windows.inside(row, column)) {
                    double value = x.cell((map * windows.height() + row) * windows.width() + column);
                    terms.add(separator.contains("+") ? Numbers.factor(value) : Numbers.latex(value));
                }
            }
        }
        return terms;
    }
}
