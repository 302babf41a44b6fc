package gradus.expression;

import org.jspecify.annotations.Nullable;

/** The worked computation of an expression: of its outermost call of the engine, otherwise what it comes to with numbers. */
final class Steps {
    private static final int MOST_NAMES = 8;

    private Steps() {}

    static String of(Node node, Run run) {
        return of(node, run, 0);
    }

    private static String of(Node node, Run run, int followed) {
        if (node instanceof CallNode call) {
            String steps = call.steps(run);
            if (steps != null) {
                return steps;
            }
        }
        if (node instanceof FieldNode field) {
            return of(field.target(), run, followed);
        }
        Expression definition = node instanceof NameNode name ? run.scope.definition(name.name()) : null;
        if (definition != null && followed < MOST_NAMES) {
            return of(
                    definition.root(),
                    new Run(
                            run.scope,
                            definition.slots(),
                            new @Nullable Value[definition.slots().length],
                            run.budget,
                            null),
                    followed + 1);
        }
        Node inner = engineCall(node);
        return inner == null
                ? "$$" + node.latex() + " = " + Printing.latex(node.evaluate(run)) + "$$"
                : of(inner, run, followed);
    }

    /** The first call inside that can show its working. */
    private static @Nullable Node engineCall(Node node) {
        for (Node child : node.children()) {
            if (child instanceof CallNode call && call.function().steps() != null) {
                return call;
            }
            Node inner = engineCall(child);
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }
}
