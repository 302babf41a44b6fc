package gradus.maths;

/** The forward and backward pass of two layers, one line a result. */
public final class TwoLayerSteps {
    private TwoLayerSteps() {}

    public static Steps twoLayer(
            Tensor x,
            Tensor t,
            Tensor w1,
            Tensor b1,
            Tensor w2,
            Tensor b2,
            String hidden,
            String output,
            double scale) {
        TwoLayer.Backprop p = TwoLayer.twoLayer(x, t, w1, b1, w2, b2, hidden, output, scale);
        Activation.Kind g = Activation.Kind.named("hidden", hidden);
        Activation.Kind h = Activation.Kind.named("output", output);
        Tensor second = w2.rank() == 1 && p.z2().rows() == 1 ? w2.reshape(1, w2.size()) : w2.asMatrix();
        StepsWriter lines = new StepsWriter();
        String unit = scale == 1 ? "" : Numbers.factor(scale) + " ";
        lines.line(
                        "Z1",
                        "Z_1 = W_1 X + B_1 = " + Numbers.latex(w1) + " " + Numbers.latex(x) + " + " + Numbers.latex(b1)
                                + " = " + Numbers.latex(p.z1()))
                .line("A1", "A_1 = " + g.symbol() + "(Z_1) = " + Numbers.latex(p.a1()), "Z1")
                .line(
                        "Z2",
                        "Z_2 = W_2 A_1 + B_2 = " + Numbers.latex(second) + " " + Numbers.latex(p.a1()) + " + "
                                + Numbers.latex(b2) + " = " + Numbers.latex(p.z2()),
                        "A1")
                .line("A2", "A_2 = " + h.symbol() + "(Z_2) = " + Numbers.latex(p.a2()), "Z2")
                .line("E", "E = " + unit + "\\sum (A_2 - T)^2 = " + Numbers.latex(p.e()), "A2");
        Tensor targets = t.reshape(p.a2().shape());
        String twice = Numbers.factor(2 * scale);
        lines.line(
                "dZ2",
                "dZ_2 = " + twice + "\\,(A_2 - T) \\odot " + h.symbol() + "'(Z_2) = " + twice + " "
                        + Numbers.latex(p.a2().zip(targets, (o, target) -> o - target)) + " \\odot "
                        + Numbers.latex(h.prime(p.z2())) + " = " + Numbers.latex(p.dZ2()),
                "A2");
        return back(lines, p, x, second, g).done();
    }

    /** The gradients behind the error of the output, layer by layer. */
    private static StepsWriter back(
            StepsWriter lines, TwoLayer.Backprop p, Tensor x, Tensor second, Activation.Kind hidden) {
        return lines.line(
                        "dW2",
                        "dW_2 = dZ_2 A_1^\\top = " + Numbers.latex(p.dZ2()) + " " + turned(p.a1()) + " = "
                                + Numbers.latex(p.dW2()),
                        "dZ2",
                        "A1")
                .line("dB2", "dB_2 = \\sum dZ_2 = " + Numbers.latex(p.dB2()), "dZ2")
                .line(
                        "dA1",
                        "dA_1 = W_2^\\top dZ_2 = " + turned(second) + " " + Numbers.latex(p.dZ2()) + " = "
                                + Numbers.latex(p.dA1()),
                        "dZ2")
                .line(
                        "dZ1",
                        "dZ_1 = dA_1 \\odot " + hidden.symbol() + "'(Z_1) = " + Numbers.latex(p.dA1()) + " \\odot "
                                + Numbers.latex(hidden.prime(p.z1())) + " = " + Numbers.latex(p.dZ1()),
                        "dA1",
                        "Z1")
                .line(
                        "dW1",
                        "dW_1 = dZ_1 X^\\top = " + Numbers.latex(p.dZ1()) + " " + turned(x) + " = "
                                + Numbers.latex(p.dW1()),
                        "dZ1")
                .line("dB1", "dB_1 = \\sum dZ_1 = " + Numbers.latex(p.dB1()), "dZ1");
    }

    private static String turned(Tensor a) {
        return Numbers.latex(LinearAlgebra.transpose(a));
    }
}
