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

/**
 * Which names of a question each of its expressions depends on, directly or through other names. All names are folded.
 */
public final class Dependencies {
    private final Map<String, Expression> definitions = new HashMap<>();
    private final Map<String, String> partIds = new HashMap<>();
    private final Set<String> draws = new HashSet<>();
    private final Set<String> params = new HashSet<>();

    public static Dependencies of(Map<String, Expression> params, Map<String, Expression> let, Iterable<Part> parts) {
        Dependencies dependencies = new Dependencies();
        params.forEach((name, expression) -> {
            dependencies.definitions.put(Names.fold(name), expression);
            dependencies.params.add(Names.fold(name));
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
     * The names that an expression depends on.
     *
     * @param opaque names whose definitions are not followed: fixed parameters and a formula's own symbols
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

    /** The id of the part with this folded name; null where no part has it. */
    @Nullable
    String part(String name) {
        return partIds.get(name);
    }

    /** The ids of the parts that an expression depends on. */
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

    /** The members of {@code among} that an expression depends on without another member in between. */
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

    /**
     * Whether nothing but the members of {@code among} is needed to compute an expression: on the way to them there is no
     * parameter, no symbol of a formula, and no other part that is given by data alone.
     */
    boolean isOfPartsAlone(Expression expression, Set<String> opaque, Set<String> among) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(expression.names());
        while (!open.isEmpty()) {
            String name = open.poll();
            String part = partIds.get(name);
            Expression definition = definitions.get(name);
            if (!seen.add(name) || part != null && among.contains(part)) {
                continue;
            }
            boolean data =
                    part != null && (definition == null || definition.names().isEmpty());
            if (data || opaque.contains(name) || params.contains(name)) {
                return false;
            }
            if (definition != null) {
                open.addAll(definition.names());
            }
        }
        return true;
    }

    /** Whether the value of an expression depends on a drawn parameter. */
    boolean isDrawn(Expression expression, Set<String> opaque) {
        return expression.draws() || behind(expression, opaque).stream().anyMatch(draws::contains);
    }
}
