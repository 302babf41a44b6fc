package gradus.expression.node;

import gradus.expression.value.ExpressionException;
import gradus.expression.value.RecordValue;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import java.util.List;

/** A field of a record: {@code adam(…).w}. */
public record FieldNode(int at, Node target, String field) implements Node {
    @Override
    public Value evaluate(Run run) {
        Value value = target.evaluate(run);
        if (!(value instanceof RecordValue fields)) {
            throw ExpressionException.of(at, "expression.no-record", field, value.kind());
        }
        Value found = fields.fields().get(field);
        if (found == null) {
            throw ExpressionException.of(
                    at,
                    "expression.no-field",
                    field,
                    String.join(", ", fields.fields().keySet()));
        }
        return found;
    }

    @Override
    public List<Node> children() {
        return List.of(target);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new FieldNode(at, children.get(0), field);
    }

    @Override
    public int binding() {
        return POSTFIX;
    }

    @Override
    public String text() {
        return target.text(POSTFIX) + "." + field;
    }

    @Override
    public String latex() {
        return target.latex(POSTFIX) + ".\\mathrm{" + field.replace("_", "\\_") + "}";
    }
}
