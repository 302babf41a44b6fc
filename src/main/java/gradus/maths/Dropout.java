package gradus.maths;

/**
 * Dropout with a given mask of ones (kept) and zeros (dropped) and the probability {@code keep} in (0, 1] of a one.
 *
 * <p>Inverted: a·mask/keep in training, a at test. Not inverted (Srivastava et al. 2014): a·mask in training, a·keep at
 * test. Both have the same expectation in training and at test.
 */
public final class Dropout {
    private Dropout() {}

    /** The activations in training. */
    public static Tensor train(Tensor a, Tensor mask, double keep, boolean inverted) {
        double scale = keep(keep, inverted);
        return a.zip(Require.like("a", a, "mask", mask), (cell, kept) -> cell * kept / scale);
    }

    /** The activations at test. */
    public static Tensor test(Tensor a, double keep, boolean inverted) {
        keep(keep, inverted);
        return inverted ? a : a.map(cell -> cell * keep);
    }

    /** The gradient by the activations, from {@code da}, the gradient by what {@link #train} gave. */
    public static Tensor backward(Tensor da, Tensor mask, double keep, boolean inverted) {
        double scale = keep(keep, inverted);
        return da.zip(Require.like("da", da, "mask", mask), (cell, kept) -> cell * kept / scale);
    }

    private static double keep(double keep, boolean inverted) {
        Require.within("keep", keep, 0, false, 1, true);
        return inverted ? keep : 1;
    }
}
