package gradus.maths;

import gradus.maths.picture.WindowPicture;

/**
 * Where the windows of a kernel lie on an input: {@code rows} × {@code columns} of them, and window (i, j) begins at
 * the input's row {@code top(i)} and column {@code left(j)}, which lie outside of it where there is padding.
 *
 * <p>Along each axis there are ⌊(n + p − d(k − 1) − 1) / s⌋ + 1 windows (Dumoulin and Visin, A guide to convolution
 * arithmetic, 2016).
 */
record Windows(
        int height,
        int width,
        int kernelHeight,
        int kernelWidth,
        Padding.Sides pad,
        int stride,
        int dilation,
        int rows,
        int columns) {

    static Windows of(
            int height, int width, int kernelHeight, int kernelWidth, Padding padding, int stride, int dilation) {
        Require.atLeast(1, "stride", stride);
        Require.atLeast(1, "dilation", dilation);
        if (height < 1 || width < 1 || kernelHeight < 1 || kernelWidth < 1) {
            throw MathsException.of(
                    "maths.empty",
                    Tensor.shapeText(height, width) + ", " + Tensor.shapeText(kernelHeight, kernelWidth));
        }
        Require.cells(stride);
        long tall = reach(kernelHeight, dilation);
        long wide = reach(kernelWidth, dilation);
        Padding.Sides pad = padding.sides(height, width, (int) tall, (int) wide, stride);
        long spareTall = (long) height + pad.top() + pad.bottom() - tall;
        long spareWide = (long) width + pad.left() + pad.right() - wide;
        if (spareTall < 0 || spareWide < 0) {
            throw MathsException.of(
                    "maths.kernel-too-large",
                    Tensor.shapeText((int) tall, (int) wide),
                    Tensor.shapeText(height + pad.top() + pad.bottom(), width + pad.left() + pad.right()));
        }
        int rows = (int) (spareTall / stride) + 1;
        int columns = (int) (spareWide / stride) + 1;
        return new Windows(height, width, kernelHeight, kernelWidth, pad, stride, dilation, rows, columns);
    }

    private static long reach(int kernel, int dilation) {
        long reach = (long) dilation * (kernel - 1) + 1;
        Require.cells(reach);
        return reach;
    }

    int top(int i) {
        return i * stride - pad.top();
    }

    int left(int j) {
        return j * stride - pad.left();
    }

    /** Where the window of a result lies on the padded input. */
    WindowPicture.Area area(int cell) {
        return new WindowPicture.Area(
                cell / columns % rows * stride,
                cell % columns * stride,
                dilation * (kernelHeight - 1) + 1,
                dilation * (kernelWidth - 1) + 1);
    }

    boolean inside(int row, int column) {
        return row >= 0 && row < height && column >= 0 && column < width;
    }
}
