package gradus.maths;

/** The same cells in other places: turned or padded in their last two axes. */
final class Layout {
    private Layout() {}

    /** Turned by 180°: the last row first and each row backwards. A vector runs backwards. */
    static Tensor rot180(Tensor a) {
        int plane = a.rank() < 2 ? a.size() : a.axis(a.rank() - 2) * a.axis(a.rank() - 1);
        double[] cells = new double[a.size()];
        for (int i = 0; i < cells.length; i++) {
            int at = i % plane;
            cells[i] = a.cell(i - at + plane - 1 - at);
        }
        return Tensor.of(a.shape(), cells);
    }

    /** Zeros around the last two axes (a vector: above and below). */
    static Tensor pad(Tensor a, int top, int bottom, int left, int right) {
        Padding.Sides sides = Padding.of(top, bottom, left, right);
        if (a.rank() == 1) {
            return pad(a.asMatrix(), sides.top(), sides.bottom(), 0, 0).reshape(top + a.size() + bottom);
        }
        int[] shape = a.asMatrix().shape();
        int height = shape[shape.length - 2];
        int width = shape[shape.length - 1];
        long tall = (long) top + height + bottom;
        long wide = (long) left + width + right;
        int matrices = 1;
        for (int i = 0; i < shape.length - 2; i++) {
            matrices *= shape[i];
        }
        Require.cells(matrices, tall, wide);
        double[] cells = new double[(int) (matrices * tall * wide)];
        for (int m = 0; m < matrices; m++) {
            for (int i = 0; i < height; i++) {
                int to = (int) ((m * tall + top + i) * wide) + left;
                System.arraycopy(a.raw(), (m * height + i) * width, cells, to, width);
            }
        }
        shape[shape.length - 2] = (int) tall;
        shape[shape.length - 1] = (int) wide;
        return Tensor.of(shape, cells);
    }
}
