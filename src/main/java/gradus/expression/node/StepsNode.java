package gradus.expression.node;

import gradus.expression.value.Run;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import java.util.List;

/** {@code steps(part)}: the worked steps of a value as Markdown. */
public record StepsNode(int at, Node subject) implements Node {
    @Override
    public Value evaluate(Run run) {
        return new TextValue(WorkedSteps.of(subject, run).markdown());
    }

    @Override
    public List<Node> children() {
        return List.of(subject);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new StepsNode(at, children.get(0));
    }

    @Override
    public int binding() {
        return ATOM;
    }

    @Override
    public String text() {
        return "steps(" + subject.text() + ")";
    }

    @Override
    public String latex() {
        return "\\mathrm{steps}\\left(" + subject.latex() + "\\right)";
    }
}
