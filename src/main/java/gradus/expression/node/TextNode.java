package gradus.expression.node;

import gradus.expression.value.Run;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import java.util.List;

/** A text literal in double quotes. */
public record TextNode(int at, TextValue value) implements Node {
    @Override
    public Value evaluate(Run run) {
        return value;
    }

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public Node withChildren(List<Node> children) {
        return this;
    }

    @Override
    public int binding() {
        return ATOM;
    }

    @Override
    public String text() {
        return '"' + value.text() + '"';
    }

    @Override
    public String latex() {
        return "\\text{" + value.text() + "}";
    }
}
