package gradus.maths;

import java.util.List;

/** The same cells in other places: turned, mirrored, padded, reshaped, joined. Acts on the last two axes where it turns or pads. */
public final class Layout {
    private Layout() {}

    /** Turned by 180°: the last row first and each row backwards. A vector runs backwards. */
    public static Tensor rot180(Tensor a) {
        return flipLr(flipUd(a));
    }

    /** Mirrored left to right: each row of the last axis backwards. A vector is a column and stays. */
    public static Tensor flipLr(Tensor a) {
        return a.rank() < 2 ? a : flipAxis(a, a.rank() - 1);
    }

    /** Mirrored upside down: the last row first. A vector runs backwards. */
    public static Tensor flipUd(Tensor a) {
        return a.rank() == 0 ? a : flipAxis(a, Math.max(0, a.rank() - 2));
    }

    private static Tensor flipAxis(Tensor a, int axis) {
        int[] shape = a.shape();
        int inner = 1;
        for (int i = axis + 1; i < shape.length; i++) {
            inner *= shape[i];
        }
        double[] cells = new double[a.size()];
        for (int i = 0; i < cells.length; i++) {
            int at = i / inner % shape[axis];
            cells[i + (shape[axis] - 1 - 2 * at) * inner] = a.cell(i);
        }
        return Tensor.of(shape, cells);
    }

    /** Zeros around the last two axes (a vector: above and below). */
    public static Tensor pad(Tensor a, int top, int bottom, int left, int right) {
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

    /** The cells, row-major, in another shape of the same size. */
    public static Tensor reshape(Tensor a, int... shape) {
        double size = 1;
        for (int axis : shape) {
            size *= axis;
        }
        if (size != a.size() || shape.length > Tensor.MAX_RANK || shape.length == 0) {
            throw MathsException.of("maths.reshape", a.shapeText(), a.size(), Tensor.shapeText(shape));
        }
        return a.reshape(shape);
    }

    /**
     * Tensors joined along an axis counted from 1: matrices one under the other (1) or side by side (2); vectors and
     * numbers end to end along 1, as columns side by side along 2.
     */
    public static Tensor concat(List<Tensor> parts, int axis) {
        if (parts.isEmpty()) {
            throw MathsException.of("maths.empty", "concat");
        }
        boolean line = axis == 1 && parts.stream().allMatch(part -> part.rank() < 2);
        List<Tensor> whole = parts.stream()
                .map(part -> line ? part.reshape(part.size()) : part.asMatrix())
                .toList();
        int[] shape = whole.get(0).shape();
        if (axis < 1 || axis > shape.length) {
            throw MathsException.of("maths.axis", axis, shape.length);
        }
        long along = 0;
        for (Tensor part : whole) {
            along += joinable(whole.get(0), part, axis - 1);
        }
        long outer = 1;
        long inner = 1;
        for (int i = 0; i < shape.length; i++) {
            outer *= i < axis - 1 ? shape[i] : 1;
            inner *= i > axis - 1 ? shape[i] : 1;
        }
        Require.cells(outer, along, inner);
        shape[axis - 1] = (int) along;
        return Tensor.of(shape, joined(whole, (int) outer, (int) (outer * along * inner)));
    }

    private static int joinable(Tensor first, Tensor part, int axis) {
        int[] wanted = first.shape();
        int[] given = part.shape();
        for (int i = 0; i < wanted.length; i++) {
            if (given.length != wanted.length || i != axis && given[i] != wanted[i]) {
                throw MathsException.of("maths.concat", first.shapeText(), part.shapeText(), axis + 1);
            }
        }
        return given[axis];
    }

    private static double[] joined(List<Tensor> parts, int outer, int size) {
        double[] cells = new double[size];
        int to = 0;
        for (int o = 0; o < outer; o++) {
            for (Tensor part : parts) {
                int run = part.size() / outer;
                System.arraycopy(part.raw(), o * run, cells, to, run);
                to += run;
            }
        }
        return cells;
    }
}
