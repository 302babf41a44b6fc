package gradus.maths;

import gradus.maths.picture.Grid;
import gradus.maths.picture.TurnPicture;
import gradus.maths.picture.WindowPicture;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The windows of correlations, convolutions and convolutional layers, each cell as its sum of products. */
public final class ConvolutionSteps {
    private static final int SHOWN_GRADIENTS = 12;
    private static final int MOST_DRAWN = 144;

    private ConvolutionSteps() {}

    /** @param letters those of input, kernel and result, in LaTeX */
    public static Steps correlate2d(
            List<String> letters, Tensor x, Tensor f, Padding padding, int stride, int dilation) {
        return windows(new StepsWriter(), letters, x, f, padding, stride, dilation);
    }

    /** @param letters those of input, kernel and result, in LaTeX */
    public static Steps convolve2d(
            List<String> letters, Tensor x, Tensor f, Padding padding, int stride, int dilation) {
        Tensor turned = Layout.rot180(f);
        String kernel = letters.get(1);
        String tilde = kernel.startsWith("\\") || kernel.length() > 1 ? kernel + "'" : "\\tilde " + kernel;
        StepsWriter steps = new StepsWriter()
                .line(tilde + "_{u,v} = " + kernel + "_{" + (f.rows() + 1) + "-u,\\," + (f.columns() + 1)
                        + "-v}, \\quad " + tilde + " = " + Numbers.latex(turned))
                .picture(new TurnPicture(
                        new Grid(f.columns(), f.cells()), kernel, new Grid(turned.columns(), turned.cells()), tilde));
        return windows(steps, List.of(letters.get(0), tilde, letters.get(2)), x, turned, padding, stride, dilation);
    }

    private static Steps windows(
            StepsWriter steps, List<String> letters, Tensor x, Tensor f, Padding padding, int stride, int dilation) {
        Tensor y = Convolution.correlate2d(x, f, padding, stride, dilation);
        Windows windows = Convolution.windows(x, f, padding, stride, dilation);
        Padding.Sides pad = windows.pad();
        Tensor padded = Layout.pad(x.asMatrix(), pad.top(), pad.bottom(), pad.left(), pad.right());
        boolean isPadded = padded.size() != x.size();
        String input = isPadded ? "\\bar{" + letters.get(0) + "}" : letters.get(0);
        String output = letters.get(2);
        if (isPadded) {
            steps.line(input + " = " + Numbers.latex(padded));
        }
        steps.line(output + "_{i,j} = \\sum_{u,v} " + input + "_{" + place("i", "u", stride, dilation) + ",\\,"
                + place("j", "v", stride, dilation) + "} \\, " + letters.get(1) + "_{u,v}");
        int shown = fullest(windows, x, f);
        steps.each(
                y.size(),
                cell -> {
                    StepsWriter.Terms sum = new StepsWriter.Terms();
                    products(sum, windows, cell, x, 0, f, 0);
                    return StepsWriter.at(output, cell, windows.rows(), windows.columns()) + " = " + sum + " = "
                            + Numbers.latex(y.cell(cell));
                },
                shown,
                () -> padded.size() > MOST_DRAWN || y.size() > MOST_DRAWN
                        ? null
                        : new WindowPicture(
                                new Grid(padded.columns(), padded.cells()),
                                new WindowPicture.Area(pad.top(), pad.left(), x.rows(), x.columns()),
                                windows.area(shown),
                                dilation,
                                new Grid(f.columns(), f.cells()),
                                "",
                                new Grid(windows.columns(), y.cells()),
                                shown,
                                List.of(input, letters.get(1), output)));
        return steps.line(output + " = " + Numbers.latex(y)).done();
    }

    /** The first of the windows with most products that are not 0. */
    private static int fullest(Windows windows, Tensor x, Tensor f) {
        int best = 0;
        int most = -1;
        for (int cell = 0; cell < Math.min(StepsWriter.CELLS, windows.rows() * windows.columns()); cell++) {
            int[] count = {0};
            touched(windows, cell, 0, 0, (atX, atF) -> count[0] += x.cell(atX) * f.cell(atF) == 0 ? 0 : 1);
            if (count[0] > most) {
                most = count[0];
                best = cell;
            }
        }
        return best;
    }

    /** The row of the input under row u of window i, both counted from 1. */
    private static String place(String window, String kernel, int stride, int dilation) {
        String start = stride == 1 ? window : stride + "(" + window + "-1)";
        if (dilation > 1) {
            return start + "+" + dilation + "(" + kernel + "-1)" + (stride == 1 ? "" : "+1");
        }
        return start + "+" + kernel + (stride == 1 ? "-1" : "");
    }

    private static void products(
            StepsWriter.Terms sum, Windows windows, int cell, Tensor x, int xAt, Tensor f, int fAt) {
        touched(windows, cell, xAt, fAt, (atX, atF) -> sum.product(x.cell(atX), f.cell(atF)));
    }

    public static Steps convLayer(Tensor x, Tensor w, Tensor b, Padding padding, int stride, int dilation, int groups) {
        Tensor y = Convolution.convLayer(x, w, b, padding, stride, dilation, groups);
        Convolution.Fitted layer = Convolution.Fitted.of(x, w, b, padding, stride, dilation, groups);
        StepsWriter steps = new StepsWriter()
                .line("y_{o,i,j} = b_o + \\sum_{c,u,v} x_{c,\\," + place("i", "u", stride, dilation) + ",\\,"
                        + place("j", "v", stride, dilation) + "} \\, w_{o,c,u,v}" + padded(layer.windows()));
        steps.each(y.size(), cell -> {
            int o = cell / layer.map();
            StepsWriter.Terms sum = new StepsWriter.Terms().number(layer.bias()[o]);
            for (int c = 0; c < w.axis(1); c++) {
                products(sum, layer.windows(), cell % layer.map(), x, layer.input(o, c), w, layer.kernel(o, c));
            }
            return StepsWriter.at("y", cell, y.shape()) + " = " + sum + " = " + Numbers.latex(y.cell(cell));
        });
        return steps.line("y = " + Numbers.latex(y)).done();
    }

    private static String padded(Windows windows) {
        Padding.Sides pad = windows.pad();
        boolean none = pad.top() + pad.bottom() + pad.left() + pad.right() == 0;
        return none
                ? ""
                : ", \\quad p = (" + pad.top() + ", " + pad.bottom() + ", " + pad.left() + ", " + pad.right() + ")";
    }

    public static Steps convLayerBackward(
            Tensor x, Tensor w, Tensor b, Tensor dy, Padding padding, int stride, int dilation, int groups) {
        Convolution.ConvLayerBackward back =
                Convolution.convLayerBackward(x, w, b, dy, padding, stride, dilation, groups);
        Convolution.Fitted layer = Convolution.Fitted.of(x, w, b, padding, stride, dilation, groups);
        StepsWriter.Terms[] forX = sums(Math.min(x.size(), SHOWN_GRADIENTS));
        StepsWriter.Terms[] forW = sums(Math.min(w.size(), SHOWN_GRADIENTS));
        StepsWriter.Terms[] forB = sums(Math.min(w.axis(0), SHOWN_GRADIENTS));
        for (int at = 0; at < dy.size(); at++) {
            int o = at / layer.map();
            double error = dy.cell(at);
            add(forB, o, terms -> terms.number(error));
            for (int c = 0; c < w.axis(1); c++) {
                touched(layer.windows(), at % layer.map(), layer.input(o, c), layer.kernel(o, c), (atX, atW) -> {
                    add(forX, atX, terms -> terms.product(error, w.cell(atW)));
                    add(forW, atW, terms -> terms.product(error, x.cell(atX)));
                });
            }
        }
        StepsWriter steps = new StepsWriter()
                .line("db", "db_o = \\sum_{i,j} dy_{o,i,j}")
                .line(
                        "dw",
                        "dw_{o,c,u,v} = \\sum_{i,j} dy_{o,i,j} \\, x_{c,\\," + place("i", "u", stride, dilation)
                                + ",\\," + place("j", "v", stride, dilation) + "}" + padded(layer.windows()))
                .line(
                        "dx",
                        "dx_{c,k,l} = \\sum_{o,i,j} dy_{o,i,j} \\, w_{o,c,u,v}, \\quad k = "
                                + place("i", "u", stride, dilation) + ", \\; l = " + place("j", "v", stride, dilation));
        cells(steps, "db", forB, back.db());
        cells(steps, "dw", forW, back.dw());
        cells(steps, "dx", forX, back.dx());
        return steps.done();
    }

    private static StepsWriter.Terms[] sums(int cells) {
        StepsWriter.Terms[] sums = new StepsWriter.Terms[cells];
        Arrays.setAll(sums, i -> new StepsWriter.Terms());
        return sums;
    }

    private static void add(StepsWriter.Terms[] sums, int cell, Consumer<StepsWriter.Terms> term) {
        if (cell < sums.length) {
            term.accept(sums[cell]);
        }
    }

    private static void cells(StepsWriter steps, String name, StepsWriter.Terms[] sums, Tensor result) {
        for (int i = 0; i < sums.length; i++) {
            steps.line(
                    name,
                    StepsWriter.at(name, i, result.shape()) + " = " + sums[i] + " = " + Numbers.latex(result.cell(i)));
        }
        if (sums.length < result.size()) {
            steps.line(name, "\\vdots");
        }
        steps.line(name, name + " = " + Numbers.latex(result));
    }

    /** The cells of one map and one kernel that meet in a window. */
    private static void touched(Windows windows, int cell, int xAt, int wAt, Touch touch) {
        for (int u = 0; u < windows.kernelHeight(); u++) {
            for (int v = 0; v < windows.kernelWidth(); v++) {
                int row = windows.top(cell / windows.columns()) + u * windows.dilation();
                int column = windows.left(cell % windows.columns()) + v * windows.dilation();
                if (windows.inside(row, column)) {
                    touch.at(xAt + row * windows.width() + column, wAt + u * windows.kernelWidth() + v);
                }
            }
        }
    }

    public static Steps convTranspose2d(Tensor x, Tensor f, int stride, int padding) {
        Tensor y = Convolution.convTranspose2d(x, f, stride, padding);
        Tensor input = x.asMatrix();
        Tensor kernel = f.asMatrix();
        StepsWriter.Terms[] sums = sums(Math.min(y.size(), StepsWriter.CELLS));
        for (int at = 0; at < input.size() * kernel.size(); at++) {
            int from = at / kernel.size();
            int under = at % kernel.size();
            int row = from / input.columns() * stride + under / kernel.columns() - padding;
            int column = from % input.columns() * stride + under % kernel.columns() - padding;
            if (row >= 0 && row < y.rows() && column >= 0 && column < y.columns()) {
                add(sums, row * y.columns() + column, terms -> terms.product(input.cell(from), kernel.cell(under)));
            }
        }
        return new StepsWriter()
                .line("y_{k,l} = \\sum x_{i,j} \\, f_{u,v}, \\quad k = " + place("i", "u", stride, 1) + minus(padding)
                        + ", \\; l = " + place("j", "v", stride, 1) + minus(padding))
                .each(
                        y.size(),
                        cell -> StepsWriter.at("y", cell, y.shape()) + " = " + sums[cell] + " = "
                                + Numbers.latex(y.cell(cell)))
                .line("y = " + Numbers.latex(y))
                .done();
    }

    private static String minus(int padding) {
        return padding == 0 ? "" : "-" + padding;
    }

    /** Told of each pair of an input cell and a kernel cell that are multiplied. */
    private interface Touch {
        void at(int atX, int atW);
    }
}
