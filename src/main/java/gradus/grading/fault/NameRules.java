package gradus.grading.fault;

import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One name taken for another of the same shape, an old value for the new one, a rate for what is left of 1. */
final class NameRules {
    private static final double SELDOM = 0.4;
    private static final double SIBLINGS = 2;

    private final Map<String, String> shapes;
    private final Function<String, Set<String>> older;
    private final Function<String, Map<String, Node>> updates;

    /**
     * @param shapes the shape of each name that could be meant, as text
     * @param older what a name is computed from: its value before the step
     * @param updates how a name is updated later
     */
    NameRules(
            Map<String, String> shapes,
            Function<String, Set<String>> older,
            Function<String, Map<String, Node>> updates) {
        this.shapes = shapes;
        this.older = older;
        this.updates = updates;
    }

    List<Changes.Rule> all() {
        return List.of(this::name, this::exchanged, this::updated, NameRules::swapped);
    }

    private void name(Node node, boolean whole, Changes changes) {
        if (!(node instanceof NameNode name)) {
            return;
        }
        changes.add(FaultKind.RATE_AND_REST, node, Trees.rest(node), "rest", SELDOM);
        String shape = shapes.get(name.name());
        if (shape == null) {
            return;
        }
        Set<String> before = older.apply(name.name());
        shapes.forEach((other, its) -> {
            if (!other.equals(name.name()) && its.equals(shape)) {
                NameNode instead = new NameNode(node.at(), other, name.slot());
                if (before.contains(other)) {
                    changes.add(FaultKind.OLD_VALUE, node, instead, other, 1);
                } else {
                    changes.add(FaultKind.NAME, node, instead, other, isLike(name.name(), other) ? SIBLINGS : 1);
                }
            }
        });
    }

    /** Two names of one shape, each in the other's place. */
    private void exchanged(Node node, boolean whole, Changes changes) {
        if (!whole) {
            return;
        }
        List<NameNode> names = new ArrayList<>();
        collect(node, names);
        for (NameNode one : names) {
            for (NameNode other : names) {
                String shape = shapes.get(one.name());
                if (one.name().compareTo(other.name()) < 0 && shape != null && shape.equals(shapes.get(other.name()))) {
                    changes.add(
                            FaultKind.NAME,
                            node,
                            ShapeRules.exchanged(node, one, other),
                            one.name() + " ↔ " + other.name(),
                            1);
                }
            }
        }
    }

    private static void collect(Node node, List<NameNode> names) {
        if (node instanceof NameNode name
                && names.stream().noneMatch(known -> known.name().equals(name.name()))) {
            names.add(name);
        }
        node.children().forEach(child -> collect(child, names));
    }

    /** The value after its update, where the one before it belongs. */
    private void updated(Node node, boolean whole, Changes changes) {
        if (node instanceof NameNode name) {
            updates.apply(name.name())
                    .forEach((part, update) -> changes.add(FaultKind.NEW_VALUE, node, update, part, 1));
        }
    }

    /** Whether two names differ by an index or a mark only, as {@code W1} and {@code W2} do. */
    private static boolean isLike(String one, String other) {
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common > 0 && Math.max(one.length(), other.length()) - common <= 2;
    }

    /** β and 1−β exchanged everywhere in a formula. */
    private static void swapped(Node node, boolean whole, Changes changes) {
        if (!whole) {
            return;
        }
        Set<String> rates = new LinkedHashSet<>();
        collect(node, rates);
        for (String rate : rates) {
            changes.add(FaultKind.RATE_AND_REST, node, exchanged(node, rate), rate, 1);
        }
    }

    private static void collect(Node node, Set<String> rates) {
        if (Trees.takenFromOne(node) instanceof NameNode rate) {
            rates.add(rate.name());
        }
        node.children().forEach(child -> collect(child, rates));
    }

    private static Node exchanged(Node node, String rate) {
        if (Trees.takenFromOne(node) instanceof NameNode name && name.name().equals(rate)) {
            return name;
        }
        if (node instanceof NameNode name && name.name().equals(rate)) {
            return Trees.rest(name);
        }
        List<Node> children = node.children();
        return children.isEmpty()
                ? node
                : node.withChildren(
                        children.stream().map(child -> exchanged(child, rate)).toList());
    }
}
