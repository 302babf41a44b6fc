package gradus.grading.fault;

import gradus.expression.node.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All changes of one formula, found node by node. */
final class Changes {
    private final List<Change> found = new ArrayList<>();
    private final List<Rule> rules;
    private int[] path = {};

    private Changes(List<Rule> rules) {
        this.rules = rules;
    }

    /** Finds changes at one node. */
    @FunctionalInterface
    interface Rule {
        /** @param whole whether the node is the whole formula */
        void at(Node node, boolean whole, Changes changes);
    }

    /** The changes of a formula in the order of its nodes. */
    static List<Change> of(Node root, List<Rule> rules) {
        Changes changes = new Changes(rules);
        changes.walk(root);
        changes.found.addAll(ShapeRules.everywhere(root, List.copyOf(changes.found)));
        return changes.found;
    }

    private void walk(Node node) {
        rules.forEach(rule -> rule.at(node, path.length == 0, this));
        int[] here = path;
        List<Node> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            path = Arrays.copyOf(here, here.length + 1);
            path[here.length] = i;
            walk(children.get(i));
        }
        path = here;
    }

    /** Notes what could stand instead of the node that is looked at. */
    void add(FaultKind kind, Node at, Node instead) {
        add(kind, at, instead, "", 1);
    }

    /** Notes what could stand instead, told from others of the kind by a text, less likely by a share. */
    void add(FaultKind kind, Node at, Node instead, String told, double share) {
        add(kind, at, instead, told, share, null);
    }

    /** Notes a change that is made within a line of the listing that is called here. */
    void add(FaultKind kind, Node at, Node instead, String told, double share, Change.@Nullable InLine line) {
        found.add(new Change(kind, path, at, instead, told, kind.prior() * share, line));
    }
}
