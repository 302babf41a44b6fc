package gradus.question;

import gradus.expression.Expression;
import gradus.expression.value.Names;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names of a question each of its expressions builds on, directly or through others. Names are folded. */
public final class Dependencies {
    private final Map<String, Expression> definitions = new HashMap<>();
    private final Map<String, String> partIds = new HashMap<>();
    private final Set<String> draws = new HashSet<>();

    public static Dependencies of(Map<String, Expression> params, Map<String, Expression> let, Iterable<Part> parts) {
        Dependencies dependencies = new Dependencies();
        params.forEach((name, expression) -> {
            dependencies.definitions.put(Names.fold(name), expression);
            if (expression.draws()) {
                dependencies.draws.add(Names.fold(name));
            }
        });
        let.forEach((name, expression) -> dependencies.definitions.put(Names.fold(name), expression));
        for (Part part : parts) {
            dependencies.partIds.put(Names.fold(part.id()), part.id());
            if (part.expect() != null) {
                dependencies.definitions.put(Names.fold(part.id()), part.expect());
            }
        }
        return dependencies;
    }

    /**
     * The names that an expression builds on.
     *
     * @param opaque names behind which nobody looks: fixed parameters, a formula's own symbols
     */
    Set<String> behind(Expression expression, Set<String> opaque) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(expression.names());
        while (!open.isEmpty()) {
            String name = open.poll();
            Expression definition = definitions.get(name);
            if (!opaque.contains(name) && found.add(name) && definition != null) {
                open.addAll(definition.names());
            }
        }
        return found;
    }

    /** The id of the part of a folded name; null where it is none. */
    @Nullable
    String part(String name) {
        return partIds.get(name);
    }

    /** The ids of the parts among the names that an expression builds on. */
    public Set<String> partsBehind(Expression expression, Set<String> opaque) {
        Set<String> parts = new LinkedHashSet<>();
        for (String name : behind(expression, opaque)) {
            String part = partIds.get(name);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Those of some parts that an expression builds on directly, or through others that are not among them. */
    Set<String> nearestParts(Expression expression, Set<String> opaque, Set<String> among) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(opaque);
        Deque<String> open = new ArrayDeque<>(expression.names());
        while (!open.isEmpty()) {
            String name = open.poll();
            String part = partIds.get(name);
            Expression definition = definitions.get(name);
            if (!seen.add(name)) {
                continue;
            }
            if (part != null && among.contains(part)) {
                found.add(part);
            } else if (definition != null) {
                open.addAll(definition.names());
            }
        }
        return found;
    }

    /** Whether another draw can change what an expression comes to. */
    boolean isDrawn(Expression expression, Set<String> opaque) {
        return expression.draws() || behind(expression, opaque).stream().anyMatch(draws::contains);
    }
}
