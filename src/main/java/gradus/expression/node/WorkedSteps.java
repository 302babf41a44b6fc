package gradus.expression.node;

import gradus.expression.value.Definition;
import gradus.expression.value.Printing;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import gradus.maths.Steps;
import org.jspecify.annotations.Nullable;

/** The worked computation of an expression: of its outermost call of the engine, otherwise what it comes to with numbers. */
public final class WorkedSteps {
    private static final int MOST_NAMES = 8;

    private WorkedSteps() {}

    /** Markdown, each line of the work a formula. */
    public static String of(Node node, Run run) {
        return of(node, run, "", MOST_NAMES);
    }

    /**
     * @param path the field of the engine's result that is wanted, such as {@code dW1} or {@code params[2]}; empty for all
     * @param names how many names may still be followed to what defines them
     */
    public static String of(Node node, Run run, String path, int names) {
        if (node instanceof CallNode call) {
            Steps steps = call.steps(run);
            if (steps != null) {
                return (path.isEmpty() ? steps : steps.leadingTo(path)).markdown();
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

    /** The formula, the formula with the numbers in it, and its value. */
    private static String withNumbers(Node node, Run run) {
        String formula = node.latex();
        String filled = Substitution.filled(node, name -> run.scope().get(name)).latex();
        String between = filled.equals(formula) || node instanceof NameNode ? "" : " = " + filled;
        Value result = node.evaluate(run);
        String value = result.isNumeric() ? Numbers.latex(result.asTensor()) : Printing.latex(result);
        return "$$" + formula + between
                + (filled.equals(value) && between.isEmpty() && !(node instanceof NameNode) ? "" : " = " + value)
                + "$$";
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
