package gradus.expression.node;

import gradus.expression.value.Range;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import java.util.List;

/** A name, looked up by its slot among the names of the expression. */
public record NameNode(int at, String name, int slot) implements Node {
    @Override
    public Value evaluate(Run run) {
        return run.value(slot, at);
    }

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public Range range(Domains domains) {
        return domains.range(name);
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
        return name;
    }

    @Override
    public String latex() {
        return Latex.name(name);
    }
}
