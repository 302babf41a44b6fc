package gradus.expression.node;

import gradus.expression.value.Operator;
import gradus.expression.value.Run;
import gradus.expression.value.Shapes;
import gradus.expression.value.Transposition;
import gradus.expression.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transpose of a matrix or, as a row, of a vector.
 *
 * @param exponent the declared name T in {@code W^T}: where its value is a number, this node is a power; null otherwise
 * @param rules the rules by which vectors are transposed: a NumPy vector has one axis, so that nothing changes
 */
public record TransposeNode(int at, Node operand, @Nullable NameNode exponent, Rules rules) implements Node {
    public TransposeNode(int at, Node operand, @Nullable NameNode exponent) {
        this(at, operand, exponent, Rules.PAPER);
    }

    @Override
    public Value evaluate(Run run) {
        if (exponent != null) {
            Value power = exponent.evaluate(run);
            if (power.isNumeric() && Shapes.countsAsNumber(power.asTensor())) {
                return new OperationNode(at, Operator.POWER, operand, exponent, -1).evaluate(run);
            }
        }
        Value value = operand.evaluate(run);
        boolean oneAxis =
                rules == Rules.ARRAYS && value.isNumeric() && value.asTensor().rank() == 1;
        return oneAxis ? value : Transposition.of(run, value, at);
    }

    @Override
    public List<Node> children() {
        return exponent == null ? List.of(operand) : List.of(operand, exponent);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new TransposeNode(at, children.get(0), exponent, rules);
    }

    @Override
    public int binding() {
        return POSTFIX;
    }

    @Override
    public String text() {
        return operand.text(POSTFIX) + (exponent != null ? "^T" : rules == Rules.ARRAYS ? ".T" : "'");
    }

    @Override
    public String latex() {
        return Latex.belowSuperscript(operand, POSTFIX) + "^{" + (exponent == null ? "\\top" : "T") + "}";
    }
}
