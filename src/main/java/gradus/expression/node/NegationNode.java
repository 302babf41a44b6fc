package gradus.expression.node;

import gradus.expression.value.BooleanValue;
import gradus.expression.value.Broadcast;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Range;
import gradus.expression.value.Run;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.List;

/** A unary minus or {@code not}. */
public record NegationNode(int at, boolean logical, Node operand) implements Node {
    @Override
    public Value evaluate(Run run) {
        Value value = operand.evaluate(run);
        if (value instanceof NumberValue number) {
            return logical ? BooleanValue.of(number.value() == 0) : new NumberValue(-number.value(), number.bound());
        }
        if (value instanceof BooleanValue truth) {
            return logical ? BooleanValue.of(!truth.value()) : new NumberValue(truth.value() ? -1 : 0, 0);
        }
        Tensor tensor = Broadcast.numeric(value, at, logical ? "not" : "-");
        run.budget().room(tensor.size(), at);
        double[] bounds = value instanceof TensorValue cells ? cells.bounds() : null;
        return new TensorValue(tensor.map(logical ? cell -> cell == 0 ? 1 : 0 : cell -> -cell), bounds);
    }

    @Override
    public double number(Run run) {
        return logical ? Node.super.number(run) : -operand.number(run);
    }

    @Override
    public List<Node> children() {
        return List.of(operand);
    }

    @Override
    public Range range(Domains domains) {
        return logical ? Range.ALL : operand.range(domains).negated();
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new NegationNode(at, logical, children.get(0));
    }

    @Override
    public int binding() {
        return logical ? NOT : SIGN;
    }

    @Override
    public String text() {
        return logical ? "not " + operand.text(NOT) : "-" + operand.text(SIGN);
    }

    @Override
    public String latex() {
        if (logical) {
            return "\\lnot " + operand.latex(NOT);
        }
        boolean twice = operand instanceof NegationNode inner && !inner.logical();
        return twice ? "-\\left(" + operand.latex() + "\\right)" : "-" + operand.latex(SIGN);
    }
}
