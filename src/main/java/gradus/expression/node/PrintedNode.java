package gradus.expression.node;

import gradus.expression.value.ExpressionException;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import java.util.List;

/** Something that is already typeset, in a formula that is only shown: a name as the prompt has it, or a tensor's numbers. */
public record PrintedNode(int at, String text, String latex) implements Node {
    @Override
    public Value evaluate(Run run) {
        throw ExpressionException.of(at, "expression.no-value", text);
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
}
