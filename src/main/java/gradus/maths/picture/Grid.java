package gradus.maths.picture;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Numbers in rows and columns, row by row. */
public record Grid(int columns, double[] cells) {
    private static final double CELL = 30;
    private static final double HEAD = 24;
    private static final double EDGE = 2;

    public Grid(int columns, double[] cells) {
        this.columns = columns;
        this.cells = cells.clone();
    }

    @Override
    public double[] cells() {
        return cells.clone();
    }

    int rows() {
        return cells.length / columns;
    }

    List<String> written(DoubleFunction<String> number) {
        return Arrays.stream(cells).mapToObj(number).toList();
    }

    /**
     * Texts in rows and columns.
     *
     * @param head what stands over them
     * @param pale the cells that are only padding
     * @param lit the cells that the step is about
     */
    static Svg drawn(String head, List<String> texts, int columns, IntPredicate pale, IntPredicate lit) {
        double longest = texts.stream().mapToDouble(Svg::width).max().orElse(0);
        double wide = Math.max(CELL, longest + 10);
        int rows = texts.size() / columns;
        double width = Math.max(columns * wide, Svg.width(head)) + 2 * EDGE;
        Svg svg = new Svg(width, HEAD + rows * CELL + EDGE).text("head", "start", EDGE, HEAD - 8, head);
        // lit cells come last, so that their edges lie over those of their neighbours
        IntStream.concat(
                        IntStream.range(0, texts.size()).filter(lit.negate()),
                        IntStream.range(0, texts.size()).filter(lit))
                .forEach(cell -> {
                    double x = EDGE + cell % columns * wide;
                    double y = HEAD + cell / columns * CELL;
                    String kind = lit.test(cell) ? "cell lit" : pale.test(cell) ? "cell pale" : "cell";
                    svg.box(kind, x, y, wide, CELL)
                            .text(
                                    pale.test(cell) ? "number quiet" : "number",
                                    x + wide / 2,
                                    y + CELL / 2 + 5,
                                    texts.get(cell));
                });
        return svg;
    }

    /** A sign between two grids. */
    static Svg sign(String sign) {
        return new Svg(Svg.width(sign) + 4, HEAD + CELL).text("sign", "start", 2, HEAD + CELL / 2 + 5, sign);
    }
}
