package gradus.expression.node;

import gradus.expression.value.BooleanValue;
import gradus.expression.value.Broadcast;
import gradus.expression.value.ComparisonOperator;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import java.util.List;

/** {@code 1{c}}: the condition as a number, 1 where it holds and 0 elsewhere. */
public record IndicatorNode(int at, Node condition) implements Node {
    @Override
    public Value evaluate(Run run) {
        Value value = condition.evaluate(run);
        if (value instanceof BooleanValue truth) {
            return truth.asNumber();
        }
        return Broadcast.apply(
                run, at, "1{}", ComparisonOperator.CELLS_DIFFER.asPairwise(), value, NumberValue.ZERO, -1);
    }

    @Override
    public List<Node> children() {
        return List.of(condition);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new IndicatorNode(at, children.get(0));
    }

    @Override
    public int binding() {
        return ATOM;
    }

    @Override
    public String text() {
        return "1{" + condition.text() + "}";
    }

    @Override
    public String latex() {
        return "\\mathbf{1}\\{" + condition.latex() + "\\}";
    }
}
