package gradus.grading.fault;

import gradus.expression.Expression;
import gradus.expression.node.CallNode;
import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import gradus.expression.read.Vocabulary;
import java.util.List;
import java.util.Map;

/** A formula in the language with places for others, called a and b: {@code mean(a)}. */
final class OpenFormula {
    private static final List<String> PLACES = List.of("a", "b");

    private final Node root;

    private OpenFormula(Node root) {
        this.root = root;
    }

    static OpenFormula of(String text) {
        return new OpenFormula(Expression.parse(text, Vocabulary.author(PLACES)).root());
    }

    Node with(Node a) {
        return filled(root, Map.of(PLACES.get(0), a));
    }

    Node with(Node a, Node b) {
        return filled(root, Map.of(PLACES.get(0), a, PLACES.get(1), b));
    }

    /** The name of the function that this form is a call of. */
    String function() {
        return ((CallNode) root).function().name();
    }

    /** Whether a node calls the function that this form is a call of. */
    boolean isCalledBy(Node node) {
        return node instanceof CallNode call && call.function().name().equals(function());
    }

    /** A tree with others in the places of its names. */
    static Node filled(Node node, Map<String, Node> others) {
        if (node instanceof NameNode name) {
            return others.getOrDefault(name.name(), node);
        }
        List<Node> children = node.children();
        return children.isEmpty()
                ? node
                : node.withChildren(
                        children.stream().map(child -> filled(child, others)).toList());
    }
}
