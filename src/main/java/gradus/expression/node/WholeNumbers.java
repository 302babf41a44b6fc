package gradus.expression.node;

import gradus.expression.function.Library;
import gradus.expression.value.Definition;
import gradus.expression.value.Operator;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an expression is computed from whole numbers by sums, differences, products, comparisons and
 * functions made of these, so that every correct computation gives the same digits. Division, roots and decimals rule
 * it out.
 */
public final class WholeNumbers {
    private static final Set<Operator> OPERATORS = Set.of(
            Operator.ADD,
            Operator.SUBTRACT,
            Operator.TIMES,
            Operator.ELEMENT_TIMES,
            Operator.POWER,
            Operator.ELEMENT_POWER);

    private final Scope scope;
    private final Set<String> seen;

    /** @param seen the names already visited; added to */
    public WholeNumbers(Scope scope, Set<String> seen) {
        this.scope = scope;
        this.seen = seen;
    }

    /** Whether a node is computed from whole numbers alone. */
    public boolean suffice(Node node) {
        if (node instanceof NumberNode number) {
            return areWhole(number.value());
        }
        if (node instanceof NameNode name) {
            return isWhole(name.name());
        }
        boolean keeps = node instanceof OperationNode operation
                ? OPERATORS.contains(operation.operator())
                : node instanceof CallNode call
                        ? Library.keepsWholeNumbers(call.function().name())
                        : !(node instanceof StepsNode);
        return keeps && node.children().stream().allMatch(this::suffice);
    }

    private boolean isWhole(String name) {
        if (!seen.add(name)) {
            return true;
        }
        Definition definition = scope.definition(name);
        return definition == null ? areWhole(scope.get(name)) : definition.isOfWholeNumbers(scope, seen);
    }

    private static boolean areWhole(@Nullable Value value) {
        return value == null
                || !value.isNumeric()
                || Arrays.stream(value.asTensor().cells()).allMatch(cell -> cell == Math.rint(cell));
    }
}
