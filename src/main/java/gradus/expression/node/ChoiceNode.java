package gradus.expression.node;

import gradus.expression.value.Broadcast;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Pairwise;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.message.Otherwise;
import java.util.List;

/** {@code c ? a : b}: chooses cell by cell; a single condition evaluates only the chosen side. */
public record ChoiceNode(int at, Node condition, Node yes, Node no) implements Node {
    @Override
    public Value evaluate(Run run) {
        Value chosen = condition.evaluate(run);
        Tensor cells = Broadcast.numeric(chosen, at, "?");
        if (cells.rank() == 0) {
            double truth = cells.cell(0);
            if (Double.isNaN(truth) || chosen.bound(0) > 0) {
                return new NumberValue(Double.NaN, chosen.bound(0));
            }
            return truth != 0 ? yes.evaluate(run) : no.evaluate(run);
        }
        Value kept = masked(run, chosen, yes.evaluate(run), true);
        return Broadcast.apply(
                run, at, "? :", Overlay.INSTANCE, kept, masked(run, chosen, no.evaluate(run), false), -1);
    }

    /** The value in the cells where the condition equals {@code where}, and holes elsewhere. */
    private Value masked(Run run, Value condition, Value value, boolean where) {
        return Broadcast.apply(run, at, "? :", where ? Mask.YES : Mask.NO, condition, value, -1);
    }

    @Override
    public List<Node> children() {
        return List.of(condition, yes, no);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new ChoiceNode(at, children.get(0), children.get(1), children.get(2));
    }

    @Override
    public int binding() {
        return CHOICE;
    }

    @Override
    public String text() {
        return condition.text(OR) + " ? " + yes.text(OR) + " : " + no.text(CHOICE);
    }

    @Override
    public String latex() {
        return "\\begin{cases}" + yes.latex() + " & " + condition.latex() + " \\\\ " + no.latex() + " & "
                + Otherwise.LATEX;
    }

    /** Keeps the selected cells; a hole is a NaN with the bound −1, which no value has. */
    private enum Mask implements Pairwise {
        YES,
        NO;

        @Override
        public double value(double condition, double cell) {
            return (condition != 0) == (this == YES) ? cell : Double.NaN;
        }

        @Override
        public double bound(double condition, double boundCondition, double cell, double boundCell, double result) {
            return Math.max(boundCondition, boundCell);
        }

        @Override
        public double undefinedBound(double condition, double boundCondition, double cell, double boundCell) {
            return (condition != 0) == (this == YES) ? boundCell : HOLE;
        }
    }

    private static final double HOLE = -1;

    private enum Overlay implements Pairwise {
        INSTANCE;

        @Override
        public double value(double a, double b) {
            return Double.isNaN(a) ? b : a;
        }

        @Override
        public double bound(double a, double boundA, double b, double boundB, double result) {
            return boundA == HOLE ? boundB : boundA;
        }

        @Override
        public double undefinedBound(double a, double boundA, double b, double boundB) {
            return Math.max(boundA, boundB);
        }
    }
}
