package gradus.expression.node;

import gradus.expression.value.BooleanValue;
import gradus.expression.value.Broadcast;
import gradus.expression.value.Pairwise;
import gradus.expression.value.Rounding;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import java.util.List;

/** {@code and} and {@code or}: a boolean between single values, otherwise cell by cell. */
public record LogicNode(int at, boolean conjunction, Node left, Node right) implements Node {
    private static final Pairwise AND = new Truth(true);
    private static final Pairwise OR = new Truth(false);

    @Override
    public Value evaluate(Run run) {
        Value a = left.evaluate(run);
        boolean known = a instanceof BooleanValue truth && truth.value() != conjunction;
        if (known && !run.isWatched()) {
            return a;
        }
        Value b = right.evaluate(run);
        if (known) {
            return a;
        }
        if (a instanceof BooleanValue && b instanceof BooleanValue) {
            return b;
        }
        return Broadcast.apply(run, at, word(), conjunction ? AND : OR, a, b, -1);
    }

    private String word() {
        return conjunction ? "and" : "or";
    }

    @Override
    public List<Node> children() {
        return List.of(left, right);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new LogicNode(at, conjunction, children.get(0), children.get(1));
    }

    @Override
    public int binding() {
        return conjunction ? Node.AND : Node.OR;
    }

    @Override
    public String text() {
        return left.text(binding()) + " " + word() + " " + right.text(binding() + 1);
    }

    @Override
    public String latex() {
        return left.latex(binding()) + (conjunction ? " \\land " : " \\lor ") + right.latex(binding() + 1);
    }

    private record Truth(boolean conjunction) implements Pairwise {
        @Override
        public double value(double a, double b) {
            if (Double.isNaN(a) || Double.isNaN(b)) {
                return Double.NaN;
            }
            return (conjunction ? a != 0 && b != 0 : a != 0 || b != 0) ? 1 : 0;
        }

        @Override
        public double bound(double a, double boundA, double b, double boundB, double result) {
            return Rounding.ofUndefined(boundA, boundB);
        }
    }
}
