package gradus.author;

import gradus.expression.Expression;
import gradus.expression.node.FieldNode;
import gradus.expression.node.HandCount;
import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import gradus.expression.value.Budget;
import gradus.expression.value.Names;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What answering all of a variant takes by hand, at least: each named step and each part is worked out once, and of a step of
 * several results those that are used.
 *
 * @param products products and quotients of two numbers
 * @param functionValues values such as of e^z or a root
 */
record HandWork(long products, long functionValues) {
    private static final long MOST_WORK = 50_000_000;
    private static final int MOST_CELLS = 100_000;
    private static final String ALL = "";

    static HandWork of(Variant variant) {
        Question question = variant.question();
        Map<String, Set<String>> wanted = new HashMap<>();
        for (Part part : question.parts()) {
            if (part.expect() != null) {
                note(variant.expect(part).root(), wanted);
            }
        }
        List<Map.Entry<String, Expression>> steps =
                new ArrayList<>(question.let().entrySet());
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (wanted.containsKey(Names.fold(steps.get(i).getKey()))) {
                note(steps.get(i).getValue().root(), wanted);
            }
        }
        HandCount count = new HandCount();
        for (Map.Entry<String, Expression> step : steps) {
            Set<String> fields = wanted.get(Names.fold(step.getKey()));
            if (fields != null) {
                add(count, step.getValue(), variant, fields.contains(ALL) ? Set.of() : fields);
            }
        }
        for (Part part : question.parts()) {
            if (part.expect() != null) {
                add(count, variant.expect(part), variant, Set.of());
            }
        }
        return new HandWork(count.products(), count.functionValues());
    }

    private static void add(HandCount count, Expression expression, Variant variant, Set<String> fields) {
        @Nullable Value[] values = new Value[expression.slots().length];
        Budget budget = new Budget(MOST_WORK, MOST_CELLS);
        count.add(expression.root(), new Run(variant.scope(), expression.slots(), values, budget, null), fields);
    }

    /** Notes the names that an expression uses, and which fields of them. */
    private static void note(Node node, Map<String, Set<String>> wanted) {
        if (node instanceof FieldNode field && field.target() instanceof NameNode name) {
            wanted.computeIfAbsent(name.name(), any -> new HashSet<>()).add(field.field());
        } else if (node instanceof NameNode name) {
            wanted.computeIfAbsent(name.name(), any -> new HashSet<>()).add(ALL);
        } else {
            node.children().forEach(child -> note(child, wanted));
        }
    }
}
