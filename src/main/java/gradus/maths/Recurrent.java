package gradus.maths;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * One step of recurrent cells, with the gate order and forms of PyTorch's RNNCell, GRUCell and LSTMCell.
 *
 * <p>x is a vector of inputs and h the state, a vector of n units; or both are matrices with one example a row. W_ih is
 * [gates·n, inputs], W_hh [gates·n, n], the biases gates·n numbers or one for all. The new state has the shape of h.
 */
public final class Recurrent {
    private Recurrent() {}

    /** The new state and the new cell. */
    public record Lstm(Tensor h, Tensor c) {}

    /** tanh(W_ih·x + b_ih + W_hh·h + b_hh). */
    public static Tensor rnnStep(Tensor x, Tensor h, Tensor wIh, Tensor wHh, Tensor bIh, Tensor bHh) {
        Cell cell = Cell.of(1, x, h, wIh, wHh, bIh, bHh);
        return cell.state(h, i -> Math.tanh(cell.both(0, i)));
    }

    /**
     * Gates in the order r, z, n: r = σ(…), z = σ(…), n = tanh(W_in·x + b_in + r⊙(W_hn·h + b_hn)),
     * h′ = (1−z)⊙n + z⊙h.
     */
    public static Tensor gruStep(Tensor x, Tensor h, Tensor wIh, Tensor wHh, Tensor bIh, Tensor bHh) {
        Cell cell = Cell.of(3, x, h, wIh, wHh, bIh, bHh);
        return cell.state(h, i -> {
            double r = Activation.sigmoid(cell.both(0, i));
            double z = Activation.sigmoid(cell.both(1, i));
            double n = Math.tanh(cell.fromInput(2, i) + r * cell.fromState(2, i));
            return (1 - z) * n + z * h.cell(i);
        });
    }

    /** Gates in the order i, f, g, o: c′ = f⊙c + i⊙g with g = tanh(…), h′ = o⊙tanh(c′). */
    public static Lstm lstmStep(Tensor x, Tensor h, Tensor wIh, Tensor wHh, Tensor bIh, Tensor bHh, Tensor c) {
        Cell cell = Cell.of(4, x, h, wIh, wHh, bIh, bHh);
        Tensor before = Require.filledLike("h", h, "c", c);
        Tensor after = cell.state(h, i -> {
            double input = Activation.sigmoid(cell.both(0, i));
            double forget = Activation.sigmoid(cell.both(1, i));
            return forget * before.cell(i) + input * Math.tanh(cell.both(2, i));
        });
        Tensor state = cell.state(h, i -> Activation.sigmoid(cell.both(3, i)) * Math.tanh(after.cell(i)));
        return new Lstm(state, c.rank() == 0 ? after : after.reshape(c.shape()));
    }

    /** W_ih·x + b_ih and W_hh·h + b_hh, one row an example, the gates one after the other in a row. */
    record Cell(int gates, int units, Tensor input, Tensor state) {
        static Cell of(int gates, Tensor x, Tensor h, Tensor wIh, Tensor wHh, Tensor bIh, Tensor bHh) {
            Tensor forInput = Require.matrix("W_ih", wIh);
            Tensor forState = Require.matrix("W_hh", wHh);
            int units = forState.columns();
            if (forState.rows() != gates * units) {
                throw MathsException.of("maths.gates", "W_hh", wHh.shapeText(), gates, gates * units);
            }
            if (forInput.rows() != gates * units) {
                throw MathsException.of("maths.gates", "W_ih", wIh.shapeText(), gates, gates * units);
            }
            Tensor inputs = rows("x", x, forInput.columns(), "W_ih", wIh);
            Tensor states = rows("h", h, units, "W_hh", wHh);
            if (inputs.rows() != states.rows()) {
                throw MathsException.of("maths.same-examples", "x", x.shapeText(), "h", h.shapeText());
            }
            return new Cell(
                    gates,
                    units,
                    affine(inputs, forInput, Require.oneEach("b_ih", bIh, gates * units)),
                    affine(states, forState, Require.oneEach("b_hh", bHh, gates * units)));
        }

        /** One example a row, from a vector, a column or rows. */
        private static Tensor rows(String name, Tensor given, int cells, String otherName, Tensor other) {
            Tensor matrix = Require.matrix(name, given);
            if (matrix.columns() == cells && given.rank() == 2) {
                return matrix;
            }
            if (matrix.columns() == 1 && matrix.rows() == cells) {
                return given.reshape(1, cells);
            }
            throw MathsException.of("maths.needs-cells", name, given.shapeText(), cells, otherName, other.shapeText());
        }

        private static Tensor affine(Tensor rows, Tensor weights, double[] bias) {
            double[] cells = LinearAlgebra.product(rows, false, weights, true).cells();
            for (int i = 0; i < cells.length; i++) {
                cells[i] += bias[i % bias.length];
            }
            return Tensor.of(new int[] {rows.rows(), bias.length}, cells);
        }

        double fromInput(int gate, int i) {
            return input.cell(place(gate, i));
        }

        double fromState(int gate, int i) {
            return state.cell(place(gate, i));
        }

        double both(int gate, int i) {
            return fromInput(gate, i) + fromState(gate, i);
        }

        private int place(int gate, int i) {
            return i / units * gates * units + gate * units + i % units;
        }

        Tensor state(Tensor h, IntToDoubleFunction unit) {
            double[] cells = new double[h.size()];
            Arrays.setAll(cells, unit);
            return Tensor.of(h.shape(), cells);
        }
    }
}
