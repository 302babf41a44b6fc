package gradus.expression.node;

import gradus.expression.value.Operator;
import gradus.expression.value.Run;
import gradus.expression.value.Shapes;
import gradus.expression.value.Transposition;
import gradus.expression.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transpose of a matrix; of a vector it is a row.
 *
 * @param exponent the declared name T in {@code W^T}: where that is a number this is a power
 */
public record TransposeNode(int at, Node operand, @Nullable NameNode exponent) implements Node {
    @Override
    public Value evaluate(Run run) {
        if (exponent != null) {
            Value power = exponent.evaluate(run);
            if (power.isNumeric() && Shapes.countsAsNumber(power.asTensor())) {
                return new OperationNode(at, Operator.POWER, operand, exponent, -1).evaluate(run);
            }
        }
        return Transposition.of(run, operand.evaluate(run), at);
    }

    @Override
    public List<Node> children() {
        return exponent == null ? List.of(operand) : List.of(operand, exponent);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new TransposeNode(at, children.get(0), exponent);
    }

    @Override
    public int binding() {
        return POSTFIX;
    }

    @Override
    public String text() {
        return operand.text(POSTFIX) + (exponent == null ? "'" : "^T");
    }

    @Override
    public String latex() {
        return Latex.belowSuperscript(operand, POSTFIX) + "^{" + (exponent == null ? "\\top" : "T") + "}";
    }
}
