package gradus.expression.read;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.node.CallNode;
import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A formula in the language for a word that is none of its functions: of x, or of x and y. */
final class Template {
    private static final List<String> NAMES = List.of("x", "y");

    private final String formula;
    private volatile @Nullable Node root;

    Template(String formula) {
        this.formula = formula;
    }

    /** Read when it is first wanted, as reading needs the functions. */
    private Node root() {
        Node read = root;
        if (read == null) {
            Vocabulary words = Vocabulary.author(NAMES, Library.primitives());
            read = new Parser(new Cursor(formula, words)).whole();
            root = read;
        }
        return read;
    }

    int arguments() {
        return uses(root(), NAMES.get(1)) ? 2 : 1;
    }

    private static boolean uses(Node node, String name) {
        return node instanceof NameNode known && known.name().equals(name)
                || node.children().stream().anyMatch(child -> uses(child, name));
    }

    /** The formula with what stands for its names, as if it had been typed in the place of a word. */
    Node with(List<Node> given, Token word, NameParser names, Cursor cursor) {
        return filled(root(), given, word, names, cursor);
    }

    private static Node filled(Node node, List<Node> given, Token word, NameParser names, Cursor cursor) {
        if (node instanceof NameNode name) {
            return given.get(NAMES.indexOf(name.name()));
        }
        if (node instanceof NumberNode number) {
            return new NumberNode(word.at(), number.value(), number.text(), number.latex());
        }
        List<Node> children = node.children().stream()
                .map(child -> filled(child, given, word, names, cursor))
                .toList();
        if (node instanceof OperationNode operation) {
            return new OperationNode(word.at(), operation.operator(), children.get(0), children.get(1), cursor.site());
        }
        LibraryFunction function = ((CallNode) node).function();
        return names.call(Objects.requireNonNull(cursor.vocabulary.library().named(function.name())), word, children);
    }
}
