package gradus.expression.node;

import gradus.expression.value.NumberValue;
import gradus.expression.value.Range;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import java.util.List;

/** A numeric literal or a constant. */
public record NumberNode(int at, NumberValue value, String text, String latex) implements Node {
    @Override
    public Value evaluate(Run run) {
        return value;
    }

    @Override
    public double number(Run run) {
        run.leave(value.bound());
        return value.value();
    }

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public Range range(Domains domains) {
        return Range.point(value.value());
    }

    @Override
    public Node withChildren(List<Node> children) {
        return this;
    }

    @Override
    public int binding() {
        return ATOM;
    }
}
