package gradus.maths.picture;

import gradus.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One window over the padded input: the cells under it, the kernel, their products, and the cell that they give.
 *
 * @param input the input with its padding
 * @param inner the part of it that is no padding
 * @param kernel as it is laid on; null where a window is pooled
 * @param pooling how a window is pooled; empty where there is a kernel
 * @param output all results
 * @param cell which of the results it is
 * @param letters those of input, kernel and output
 */
public record WindowPicture(
        Grid input,
        Area inner,
        Area window,
        int dilation,
        @Nullable Grid kernel,
        String pooling,
        Grid output,
        int cell,
        List<String> letters)
        implements Picture {

    public WindowPicture {
        letters = letters.stream().map(PlainLetters::plain).toList();
    }

    /** Rows and columns of a grid, from a corner on. */
    public record Area(int top, int left, int rows, int columns) {
        boolean holds(int row, int column) {
            return row >= top && row < top + rows && column >= left && column < left + columns;
        }
    }

    @Override
    public List<Svg> drawings(Locale language, DoubleFunction<String> number) {
        List<Svg> drawings = new ArrayList<>();
        drawings.add(Grid.drawn(
                letters.get(0), input.written(number), input.columns(), this::isPadding, this::isUnderWindow));
        if (kernel != null) {
            drawings.add(Grid.sign("⊙"));
            drawings.add(
                    Grid.drawn(letters.get(1), kernel.written(number), kernel.columns(), any -> false, any -> false));
            drawings.add(Grid.sign("="));
            drawings.add(Grid.drawn("", products(number), kernel.columns(), any -> false, any -> true));
        }
        drawings.add(Grid.sign(kernel == null ? "→ " + pooling + " →" : "→ Σ →"));
        drawings.add(
                Grid.drawn(letters.get(2), output.written(number), output.columns(), any -> false, at -> at == cell));
        return drawings;
    }

    @Override
    public Message words(DoubleFunction<String> number) {
        String joined = kernel == null
                ? pooling + "(" + String.join(", ", under(number)) + ")"
                : products(number).stream().collect(Collectors.joining(" + "));
        return Message.of(
                "picture.window",
                letters.get(0),
                String.valueOf(window.top() + 1),
                String.valueOf(window.left() + 1),
                joined,
                number.apply(output.cells()[cell]));
    }

    private List<String> under(DoubleFunction<String> number) {
        List<String> under = new ArrayList<>();
        double[] cells = input.cells();
        for (int at = 0; at < cells.length; at++) {
            if (isUnderWindow(at)) {
                under.add(number.apply(cells[at]));
            }
        }
        return under;
    }

    private List<String> products(DoubleFunction<String> number) {
        List<String> under = under(number);
        List<String> factors = kernel == null ? under : kernel.written(number);
        List<String> products = new ArrayList<>();
        for (int i = 0; i < under.size(); i++) {
            products.add(factor(under.get(i)) + "·" + factor(factors.get(i)));
        }
        return products;
    }

    private static String factor(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    private boolean isPadding(int at) {
        return !inner.holds(at / input.columns(), at % input.columns());
    }

    private boolean isUnderWindow(int at) {
        int row = at / input.columns();
        int column = at % input.columns();
        return window.holds(row, column)
                && (row - window.top()) % dilation == 0
                && (column - window.left()) % dilation == 0;
    }
}
