package gradus.expression.node;

import gradus.expression.value.Definition;
import gradus.expression.value.Printing;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import gradus.maths.Steps;
import gradus.maths.picture.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The worked steps of an expression: those of its outermost engine call, or else the formula with numbers filled in.
 */
public final class WorkedSteps {
    private static final int MOST_NAMES = 8;

    private WorkedSteps() {}

    /** The worked steps, one formula per line. */
    public static Steps of(Node node, Run run) {
        return of(node, run, "", MOST_NAMES);
    }

    /**
     * The worked steps of a field.
     *
     * @param path the wanted field of the engine's result, such as {@code dW1} or {@code params[2]}; empty for all
     * @param names how many more names may be replaced by their definitions
     */
    public static Steps of(Node node, Run run, String path, int names) {
        if (node instanceof CallNode call) {
            Steps steps = call.steps(run);
            if (steps != null) {
                return path.isEmpty() ? steps : steps.leadingTo(path);
            }
        }
        if (node instanceof FieldNode field) {
            return of(field.target(), run, field.field() + path, names);
        }
        if (node instanceof IndexNode index && index.indices().size() == 1 && !(index.target() instanceof ListNode)) {
            return of(
                    index.target(),
                    run,
                    "[" + Printing.plain(index.indices().get(0).evaluate(run)) + "]" + path,
                    names);
        }
        Definition definition = node instanceof NameNode name ? run.scope().definition(name.name()) : null;
        if (definition != null && names > 0) {
            return definition.steps(run.scope(), run.budget(), path, names - 1);
        }
        Node inner = engineCall(node);
        return inner == null ? withNumbers(node, run) : of(inner, run, "", names);
    }

    /** The formula, then the formula with numbers filled in, then its value. */
    private static Steps withNumbers(Node node, Run run) {
        String formula = Substitution.typeset(node, run.scope()).latex();
        String filled = Substitution.filled(node, name -> run.scope().get(name)).latex();
        String between = filled.equals(formula) || node instanceof NameNode ? "" : " = " + filled;
        Value result = node.evaluate(run);
        String value = result.isNumeric() ? Numbers.latex(result.asTensor()) : Printing.latex(result);
        boolean isPlain = filled.equals(value) && between.isEmpty() && !(node instanceof NameNode);
        Steps.Line line = new Steps.Line("", formula + between + (isPlain ? "" : " = " + value), List.of());
        Picture curve = node instanceof CallNode call ? Curve.of(call, run) : null;
        return new Steps(List.of(curve == null ? line : line.with(curve)));
    }

    /** The outermost call that has worked steps; null where there is none. */
    private static @Nullable Node engineCall(Node node) {
        for (Node child : node.children()) {
            if (child instanceof CallNode call && call.showsSteps()) {
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
