package gradus.expression.node;

import gradus.expression.function.Arguments;
import gradus.expression.function.Spellings.Use;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Run;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reduction along one axis by the rules of NumPy and PyTorch: axes count from 0, −1 is the last, and the reduced axis
 * disappears unless it is kept.
 *
 * @param call the function applied to the operand, without an axis
 * @param kept whether the reduced axis stays with size 1
 */
public record ReductionNode(int at, CallNode call, Node operand, Node axis, boolean kept) implements Node {
    @Override
    public Value evaluate(Run run) {
        Value value = operand.evaluate(run);
        Value counted = axis.evaluate(run);
        int rank = value.isNumeric() ? value.asTensor().rank() : 0;
        double from = counted instanceof NumberValue number ? number.value() : Double.NaN;
        double place = from < 0 ? from + rank : from;
        if (place != Math.rint(place) || place < 0 || place >= rank) {
            throw ExpressionException.of(axis.at(), "expression.array-axis", axis.text(), value.kind());
        }
        Value result = call.apply(arguments(run, value, (int) place + 1));
        return kept || !reduces() ? result : squeezed(result, (int) place);
    }

    private Arguments arguments(Run run, Value value, int place) {
        boolean many = call.function().many();
        @Nullable Value[] values = new Value[call.named().length];
        if (!many) {
            values[0] = value;
        }
        values[call.function().indexOf("axis")] = NumberValue.exactly(place);
        return new Arguments(call, run, many ? new Value[] {value} : new Value[0], values);
    }

    private static Value squeezed(Value value, int place) {
        if (!(value instanceof TensorValue cells)) {
            return value;
        }
        int[] shape = cells.tensor().shape();
        List<Integer> rest = new ArrayList<>();
        for (int axis = 0; axis < shape.length; axis++) {
            if (axis != place) {
                rest.add(shape[axis]);
            }
        }
        Tensor tensor =
                cells.tensor().reshape(rest.stream().mapToInt(Integer::intValue).toArray());
        return tensor.size() == 1 && rest.stream().allMatch(size -> size == 1)
                ? cells.onlyCell()
                : new TensorValue(tensor, cells.bounds());
    }

    @Override
    public List<Node> children() {
        return List.of(operand, axis);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new ReductionNode(at, call, children.get(0), children.get(1), kept);
    }

    @Override
    public int binding() {
        return ATOM;
    }

    @Override
    public String text() {
        String keep = kept && reduces() ? ", keepdims=true" : "";
        return "np." + call.function().name() + "(" + operand.text() + ", axis=" + axis.text() + keep + ")";
    }

    private boolean reduces() {
        return call.function().isUsed(Use.DROPS_AXIS);
    }

    @Override
    public String latex() {
        return Latex.call(call.function(), operand.latex() + ",\\ \\mathrm{axis}=" + axis.latex());
    }
}
