package gradus.expression.node;

import gradus.expression.value.NumberValue;
import gradus.expression.value.Printing;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Replaces names in expressions by the numbers they stand for. */
public final class Substitution {
    private Substitution() {}

    /** A copy of the tree with every name that has a numeric value replaced by that value, {@code y[2]} of a vector by its cell. */
    public static Node filled(Node node, Function<String, @Nullable Value> values) {
        if (node instanceof NameNode name) {
            Value value = values.apply(name.name());
            return value == null || !value.isNumeric() ? node : literal(value, node.at());
        }
        List<Node> children = node.children();
        if (children.isEmpty()) {
            return node;
        }
        Node cell = node instanceof IndexNode index ? cell(index, values) : null;
        if (cell != null) {
            return cell;
        }
        List<Node> filled = new ArrayList<>(children.size());
        for (Node child : children) {
            filled.add(filled(child, values));
        }
        return node.withChildren(filled);
    }

    /** The cell of a named vector; null where that is not what is written. */
    private static @Nullable Node cell(IndexNode node, Function<String, @Nullable Value> values) {
        Value value = node.target() instanceof NameNode name ? values.apply(name.name()) : null;
        boolean single = node.indices().size() == 1 && node.indices().get(0) instanceof NumberNode;
        if (value == null || !value.isNumeric() || value.asTensor().rank() != 1 || !single) {
            return null;
        }
        double place = ((NumberNode) node.indices().get(0)).value().value();
        boolean inside = place == Math.rint(place)
                && place >= 1
                && place <= value.asTensor().size();
        int cell = (int) place - 1;
        return inside ? number(value.asTensor().cell(cell), value.bound(cell), node.at()) : null;
    }

    /** A copy of the tree with the letters that stand for names. */
    static Node typeset(Node node, Scope scope) {
        if (node instanceof NameNode name) {
            String latex = scope.typeset(name.name());
            return latex == null ? node : PrintedNode.name(name, latex);
        }
        List<Node> children = node.children();
        return children.isEmpty()
                ? node
                : node.withChildren(
                        children.stream().map(child -> typeset(child, scope)).toList());
    }

    /** A value written out as it could be typed. */
    public static Node literal(Value value, int at) {
        Tensor tensor = value.asTensor();
        if (tensor.rank() == 0) {
            return number(tensor.cell(0), value.bound(0), at);
        }
        return list(value, tensor.shape(), 0, 0, tensor.size(), at);
    }

    private static Node number(double number, double bound, int at) {
        String text = Printing.number(Math.abs(number));
        String latex = Numbers.latex(Math.abs(number));
        Node size = new NumberNode(at, new NumberValue(Math.abs(number), bound), text, latex);
        return number < 0 ? new NegationNode(at, false, size) : size;
    }

    private static Node list(Value value, int[] shape, int axis, int from, int count, int at) {
        if (axis == shape.length) {
            return number(value.asTensor().cell(from), value.bound(from), at);
        }
        List<Node> items = new ArrayList<>();
        int step = count / Math.max(1, shape[axis]);
        for (int i = 0; i < shape[axis]; i++) {
            items.add(list(value, shape, axis + 1, from + i * step, step, at));
        }
        return new ListNode(at, items);
    }
}
