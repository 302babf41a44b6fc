package gradus.maths;

import java.util.function.IntToDoubleFunction;

/** One step of a recurrent cell, gate by gate. */
public final class RecurrentSteps {
    private RecurrentSteps() {}

    public static Steps rnnStep(Tensor x, Tensor h, Tensor wIh, Tensor wHh, Tensor bIh, Tensor bHh) {
        Tensor next = Recurrent.rnnStep(x, h, wIh, wHh, bIh, bHh);
        Recurrent.Cell cell = Recurrent.Cell.of(1, x, h, wIh, wHh, bIh, bHh);
        return new StepsWriter()
                .line(sums(cell, h))
                .line("h' = \\tanh(W_{ih} x + b_{ih} + W_{hh} h + b_{hh}) = " + Numbers.latex(next))
                .done();
    }

    public static Steps gruStep(Tensor x, Tensor h, Tensor wIh, Tensor wHh, Tensor bIh, Tensor bHh) {
        Tensor next = Recurrent.gruStep(x, h, wIh, wHh, bIh, bHh);
        Recurrent.Cell cell = Recurrent.Cell.of(3, x, h, wIh, wHh, bIh, bHh);
        IntToDoubleFunction r = i -> Activation.sigmoid(cell.both(0, i));
        return new StepsWriter()
                .line(sums(cell, h))
                .line("r = \\sigma(a_r + u_r) = " + Numbers.latex(cell.state(h, r)))
                .line("z = \\sigma(a_z + u_z) = "
                        + Numbers.latex(cell.state(h, i -> Activation.sigmoid(cell.both(1, i)))))
                .line("n = \\tanh(a_n + r \\odot u_n) = "
                        + Numbers.latex(cell.state(
                                h, i -> Math.tanh(cell.fromInput(2, i) + r.applyAsDouble(i) * cell.fromState(2, i)))))
                .line("h' = (1-z) \\odot n + z \\odot h = " + Numbers.latex(next))
                .done();
    }

    public static Steps lstmStep(Tensor x, Tensor h, Tensor wIh, Tensor wHh, Tensor bIh, Tensor bHh, Tensor c) {
        Recurrent.Lstm next = Recurrent.lstmStep(x, h, wIh, wHh, bIh, bHh, c);
        Recurrent.Cell cell = Recurrent.Cell.of(4, x, h, wIh, wHh, bIh, bHh);
        return new StepsWriter()
                .line("a", sums(cell, h))
                .line("i", gate("i", 0, cell, h), "a")
                .line("f", gate("f", 1, cell, h), "a")
                .line(
                        "g",
                        "g = \\tanh(a_g + u_g) = " + Numbers.latex(cell.state(h, i -> Math.tanh(cell.both(2, i)))),
                        "a")
                .line("o", gate("o", 3, cell, h), "a")
                .line("c", "c' = f \\odot c + i \\odot g = " + Numbers.latex(next.c()), "i", "f", "g")
                .line("h", "h' = o \\odot \\tanh(c') = " + Numbers.latex(next.h()), "o", "c")
                .done();
    }

    private static String gate(String name, int gate, Recurrent.Cell cell, Tensor h) {
        return name + " = \\sigma(a_" + name + " + u_" + name + ") = "
                + Numbers.latex(cell.state(h, i -> Activation.sigmoid(cell.both(gate, i))));
    }

    private static String sums(Recurrent.Cell cell, Tensor h) {
        return "a = W_{ih} x + b_{ih} = " + Numbers.latex(shown(cell.input(), h)) + ", \\quad u = W_{hh} h + b_{hh} = "
                + Numbers.latex(shown(cell.state(), h));
    }

    private static Tensor shown(Tensor rows, Tensor h) {
        return h.rank() < 2 ? rows.reshape(rows.size()) : rows;
    }
}
