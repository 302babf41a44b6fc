package gradus.grading.fault;

import gradus.expression.Expression;
import gradus.expression.node.CallNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.node.PrintedNode;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The small changes of a formula that might turn it into another one, the smallest first: a piece left out, turned or
 * swapped, joined with a piece of the other formula, or one in its place.
 */
public final class Repairs {
    /** So many are tried, which bounds the work on an answer that nothing explains. */
    private static final int MOST = 120;

    private static final int SIGN = 2;
    private static final List<Operator> JOINING =
            List.of(Operator.TIMES, Operator.ELEMENT_TIMES, Operator.DIVIDE, Operator.ADD, Operator.SUBTRACT);
    private static final Map<Operator, Operator> OTHERS = Map.of(
            Operator.ADD, Operator.SUBTRACT,
            Operator.SUBTRACT, Operator.ADD,
            Operator.TIMES, Operator.ELEMENT_TIMES,
            Operator.ELEMENT_TIMES, Operator.TIMES);

    private final Node root;
    private final int most;
    private final Collection<Node> pieces;
    private final List<Repair> found = new ArrayList<>();

    /**
     * One change.
     *
     * @param size how many nodes it takes away and puts in
     */
    public record Repair(Node root, int[] path, Node instead, int size) {
        /** What stands there now. */
        public Node at() {
            return Trees.at(root, path);
        }

        /** What is only left out; null where something is put in its place. */
        public @Nullable Node leftOut() {
            return at() instanceof OperationNode operation
                    ? instead == operation.left()
                            ? operation.right()
                            : instead == operation.right() ? operation.left() : null
                    : null;
        }

        Node whole() {
            return Trees.replaced(root, path, 0, instead);
        }

        /** The changed formula in LaTeX with a box around the change. */
        public String marked() {
            Node box = new PrintedNode(0, "box", "\\boxed{" + instead.latex() + "}");
            return Trees.replaced(root, path, 0, box).latex();
        }
    }

    private Repairs(Node root, Node other) {
        this.root = root;
        this.most = Math.max(SIGN, (Trees.size(root) + 1) / 2);
        Map<String, Node> distinct = new LinkedHashMap<>();
        other.children().forEach(child -> gather(child, distinct));
        this.pieces = distinct.values();
    }

    private static void gather(Node node, Map<String, Node> distinct) {
        distinct.putIfAbsent(node.text(), node);
        node.children().forEach(child -> gather(child, distinct));
    }

    /**
     * The smallest change that makes a formula one with which the test is content; null where none of those tried does.
     *
     * @param words what both formulas are written in
     */
    public static @Nullable Repair of(Node given, Node right, Vocabulary words, Predicate<Expression> isRight) {
        Repairs repairs = new Repairs(given, right);
        repairs.walk(given, new int[0]);
        repairs.found.sort(Comparator.comparingInt(Repair::size));
        Set<String> tried = new HashSet<>(Set.of(given.text()));
        for (Repair repair : repairs.found) {
            String text = repair.whole().text();
            if (tried.size() <= MOST && tried.add(text) && isRight(text, words, isRight)) {
                return repair;
            }
        }
        return null;
    }

    private static boolean isRight(String text, Vocabulary words, Predicate<Expression> isRight) {
        try {
            return isRight.test(Expression.parse(text, words));
        } catch (ExpressionException misfit) {
            return false;
        }
    }

    private void walk(Node node, int[] path) {
        int size = Trees.size(node);
        for (Node child : node.children()) {
            add(path, child, size - Trees.size(child));
        }
        add(path, Trees.negated(node), SIGN);
        add(path, Trees.transposed(node), SIGN);
        if (node instanceof OperationNode operation) {
            Operator other = OTHERS.get(operation.operator());
            if (other != null) {
                add(path, Trees.operation(other, operation.left(), operation.right()), SIGN);
            }
            add(path, Trees.operation(operation.operator(), operation.right(), operation.left()), SIGN);
        }
        for (Node piece : pieces) {
            int added = Trees.size(piece);
            if (path.length > 0 && size <= most) {
                // nobody says 3m − m for 2m
                boolean numbers = node instanceof NumberNode && piece instanceof NumberNode;
                add(path, piece, numbers ? 1 : size + added);
            }
            for (Operator joining : JOINING) {
                add(path, Trees.operation(joining, node, piece), 1 + added);
            }
            add(path, Trees.operation(Operator.TIMES, piece, node), 1 + added);
            if (piece instanceof CallNode call && call.children().size() == 1) {
                add(path, call.withChildren(List.of(node)), SIGN);
            }
        }
        List<Node> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            int[] inner = Arrays.copyOf(path, path.length + 1);
            inner[path.length] = i;
            walk(children.get(i), inner);
        }
    }

    private void add(int[] path, Node instead, int size) {
        if (size <= most + 1) {
            found.add(new Repair(root, path, instead, size));
        }
    }
}
