package gradus.grading.fault;

import gradus.expression.node.CallNode;
import gradus.expression.node.ListNode;
import gradus.expression.node.Listing;
import gradus.expression.node.NameNode;
import gradus.expression.node.NegationNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.node.TransposeNode;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Trees of formulas, put together and taken apart. */
final class Trees {
    private static final int NOWHERE = -1;
    private static final String NUMBER =
            Tensor.of(new int[] {1, 1}, new double[1]).shapeText();

    private Trees() {}

    static Node operation(Operator operator, Node left, Node right) {
        return new OperationNode(left.at(), operator, left, right, NOWHERE);
    }

    static Node number(double number) {
        String text = number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
        return new NumberNode(0, NumberValue.exactly(number), text, text);
    }

    static Node negated(Node node) {
        return node instanceof NegationNode sign && !sign.logical()
                ? sign.operand()
                : new NegationNode(node.at(), false, node);
    }

    static Node transposed(Node node) {
        return node instanceof TransposeNode turned && turned.exponent() == null
                ? turned.operand()
                : new TransposeNode(node.at(), node, null);
    }

    /** What is left of 1 after this: {@code 1 - x}, and x of that. */
    static Node rest(Node node) {
        Node taken = takenFromOne(node);
        return taken == null ? operation(Operator.SUBTRACT, number(1), node) : taken;
    }

    /** The x of {@code 1 - x}; null where it is no such difference. */
    static @Nullable Node takenFromOne(Node node) {
        return node instanceof OperationNode difference
                        && difference.operator() == Operator.SUBTRACT
                        && isNumber(difference.left(), 1)
                ? difference.right()
                : null;
    }

    static boolean isNumber(Node node, double number) {
        return node instanceof NumberNode written && written.value().value() == number;
    }

    static Node withChild(Node node, int place, Node child) {
        List<Node> children = new ArrayList<>(node.children());
        children.set(place, child);
        return node.withChildren(children);
    }

    /** The node that stands at the end of a path of places among children. */
    static Node at(Node root, int[] path) {
        Node node = root;
        for (int place : path) {
            node = node.children().get(place);
        }
        return node;
    }

    /** The tree with another node at the end of a path. */
    static Node replaced(Node root, int[] path, int depth, Node instead) {
        return depth == path.length
                ? instead
                : withChild(root, path[depth], replaced(root.children().get(path[depth]), path, depth + 1, instead));
    }

    static boolean any(Node node, Predicate<Node> wanted) {
        return wanted.test(node) || node.children().stream().anyMatch(child -> any(child, wanted));
    }

    static boolean names(Node node, String name) {
        return any(
                node, inner -> inner instanceof NameNode known && known.name().equals(name));
    }

    static Set<String> namesIn(Node node) {
        Set<String> names = new LinkedHashSet<>();
        any(node, inner -> inner instanceof NameNode name && !names.add(name.name()) && false);
        return names;
    }

    /** Whether a formula is of plain numbers alone, by the shapes of its names. */
    static boolean isOfNumbers(Node node, Map<String, String> shapes) {
        return !any(
                node,
                inner -> inner instanceof ListNode
                        || inner instanceof NameNode name && !NUMBER.equals(shapes.get(name.name())));
    }

    /** A tree that was read again from the text of another, with the changed listings of that one. */
    static Node withListings(Node read, Node model) {
        List<Node> children = read.children();
        List<Node> models = model.children();
        if (children.size() != models.size()) {
            throw ExpressionException.of(read.at(), "expression.not-numeric", model.text(), read.text());
        }
        List<Node> others = new ArrayList<>(children.size());
        for (int i = 0; i < models.size(); i++) {
            others.add(withListings(children.get(i), models.get(i)));
        }
        Node same = children.isEmpty() ? read : read.withChildren(others);
        Listing listing = model instanceof CallNode call ? call.listing() : null;
        return same instanceof CallNode call && listing != null && call.listing() != listing
                ? call.withListing(listing)
                : same;
    }

    static int size(Node node) {
        int size = 1;
        for (Node child : node.children()) {
            size += size(child);
        }
        return size;
    }

    /** How many nodes are evaluated for a formula, those in the lines of listings that it calls among them. */
    static long work(Node node) {
        long work = 1;
        for (Node child : node.children()) {
            work += work(child);
        }
        Listing listing = node instanceof CallNode call ? call.listing() : null;
        return listing == null
                ? work
                : work + listing.lines().stream().mapToLong(Listing.Line::size).sum();
    }
}
