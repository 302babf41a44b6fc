package gradus.maths;

import gradus.maths.picture.Grid;
import gradus.maths.picture.Picture;
import gradus.maths.picture.WindowPicture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The windows of poolings, each with its cells. */
public final class PoolingSteps {
    private static final int MOST_DRAWN = 144;

    private PoolingSteps() {}

    /** @param letters those of input and result, in LaTeX */
    public static Steps maxPool(List<String> letters, Tensor x, int size, int stride, int padding) {
        Tensor y = Pooling.maxPool(x, size, stride, padding);
        Windows windows = Pooling.windows(x, size, stride, padding);
        return new StepsWriter()
                .each(
                        y.size(),
                        cell -> StepsWriter.at(letters.get(1), cell, y.shape()) + " = \\max("
                                + window(x, windows, cell, ",\\, ") + ") = " + Numbers.latex(y.cell(cell)),
                        0,
                        () -> picture("max", letters, x, y, windows))
                .line(letters.get(1) + " = " + Numbers.latex(y))
                .done();
    }

    /** @param letters those of input and result, in LaTeX */
    public static Steps avgPool(List<String> letters, Tensor x, int size, int stride, int padding) {
        Tensor y = Pooling.avgPool(x, size, stride, padding);
        Windows windows = Pooling.windows(x, size, stride, padding);
        return new StepsWriter()
                .each(
                        y.size(),
                        cell -> StepsWriter.at(letters.get(1), cell, y.shape()) + " = \\tfrac{1}{" + size * size + "}("
                                + window(x, windows, cell, " + ") + ") = " + Numbers.latex(y.cell(cell)),
                        0,
                        () -> picture("mean", letters, x, y, windows))
                .line(letters.get(1) + " = " + Numbers.latex(y))
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

    /** The first window of a single map; what is padded is no number that is pooled, so that is not drawn. */
    private static @Nullable Picture picture(
            String pooling, List<String> letters, Tensor x, Tensor y, Windows windows) {
        Padding.Sides pad = windows.pad();
        boolean isPadded = pad.top() + pad.bottom() + pad.left() + pad.right() > 0;
        if (isPadded || windows.height() * windows.width() != x.size() || x.size() > MOST_DRAWN) {
            return null;
        }
        return new WindowPicture(
                new Grid(windows.width(), x.cells()),
                new WindowPicture.Area(0, 0, windows.height(), windows.width()),
                windows.area(0),
                windows.dilation(),
                null,
                pooling,
                new Grid(windows.columns(), y.cells()),
                0,
                List.of(letters.get(0), "", letters.get(1)));
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
