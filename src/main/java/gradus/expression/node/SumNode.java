package gradus.expression.node;

import gradus.expression.function.LibraryFunction;
import gradus.expression.value.Broadcast;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sum sign with its terms: the sum of all cells of their value, or of their values as the index takes each place.
 *
 * @param function the function that sums all cells
 * @param index the bound index; null where there is none
 * @param count the number of places between the bounds; −1 where none are written
 * @param places the uses of the index in the terms
 * @param total the call that sums all cells
 */
public record SumNode(
        int at,
        LibraryFunction function,
        @Nullable String index,
        int count,
        Node terms,
        List<ExampleNode> places,
        CallNode total)
        implements Node {
    private static final int STEPS_A_TERM = 20;

    public static SumNode of(int at, LibraryFunction function, @Nullable String index, int count, Node terms) {
        List<ExampleNode> places = new ArrayList<>();
        if (index != null) {
            collect(terms, index, places);
        }
        @Nullable Node[] arguments = new Node[function.parameters().size()];
        arguments[0] = terms;
        CallNode total = new CallNode(at, function, List.of(), arguments, -1);
        return new SumNode(at, function, index, count, terms, List.copyOf(places), total);
    }

    private static void collect(Node node, String index, List<ExampleNode> places) {
        if (node instanceof ExampleNode place && place.has(index)) {
            places.add(place);
        }
        node.children().forEach(child -> collect(child, index, places));
    }

    @Override
    public Value evaluate(Run run) {
        if (index == null) {
            return total.evaluate(run);
        }
        int length = length(run, index);
        Value sum = NumberValue.ZERO;
        for (int place = 0; place < length; place++) {
            run.budget().spend(STEPS_A_TERM, at);
            run.bind(index, place, length);
            Value term = terms.evaluate(run);
            sum = place == 0
                    ? term.isNumeric() ? term : Broadcast.apply(run, at, "+", Operator.ADD, sum, term, -1)
                    : Broadcast.apply(run, at, "+", Operator.ADD, sum, term, -1);
        }
        run.release(index);
        return sum;
    }

    private int length(Run run, String bound) {
        int length = count;
        for (ExampleNode place : places) {
            int here = place.length(bound, run);
            if (here > 0 && length > 0 && here != length) {
                throw ExpressionException.of(place.at(), "expression.index-lengths", bound, here, length);
            }
            length = here > 0 ? here : length;
        }
        if (length <= 0) {
            throw ExpressionException.of(at, "expression.index-axis", bound);
        }
        return length;
    }

    @Override
    public List<Node> children() {
        return List.of(terms);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return of(at, function, index, count, children.get(0));
    }

    @Override
    public int binding() {
        return SUM;
    }

    @Override
    public String text() {
        return (index == null ? "Σ(" : "Σ_{" + index + (count > 0 ? "=1}^" + count + "(" : "}(")) + terms.text() + ")";
    }

    @Override
    public String latex() {
        String sign = index == null ? "\\sum " : "\\sum_{" + index + (count > 0 ? "=1}^{" + count + "} " : "} ");
        return sign + terms.latex(PRODUCT);
    }
}
