package gradus.grading.fault;

import gradus.expression.node.CallNode;
import gradus.expression.node.ListNode;
import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import gradus.expression.node.OperationNode;
import gradus.expression.value.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes wrong with the build of a formula: brackets lost, one change in every place of a list. */
final class ShapeRules {
    private ShapeRules() {}

    static List<Changes.Rule> all() {
        return List.of(ShapeRules::brackets, ShapeRules::factor, ShapeRules::power, ShapeRules::arguments);
    }

    /** A sum whose brackets are forgotten: {@code (a + b)*c} as {@code a + b*c}. */
    private static void brackets(Node node, boolean whole, Changes changes) {
        if (!(node instanceof OperationNode operation) || operation.binding() != Node.PRODUCT) {
            return;
        }
        Operator operator = operation.operator();
        if (operation.left() instanceof OperationNode sum && sum.binding() == Node.SUM) {
            changes.add(
                    FaultKind.BRACKETS,
                    operation.left(),
                    Trees.operation(
                            sum.operator(), sum.left(), Trees.operation(operator, sum.right(), operation.right())));
            changes.add(
                    FaultKind.BRACKETS,
                    operation.left(),
                    Trees.operation(
                            sum.operator(), Trees.operation(operator, sum.left(), operation.right()), sum.right()),
                    "first",
                    1);
        }
        if (operation.right() instanceof OperationNode sum && sum.binding() == Node.SUM) {
            changes.add(
                    FaultKind.BRACKETS,
                    operation.right(),
                    Trees.operation(
                            sum.operator(), Trees.operation(operator, operation.left(), sum.left()), sum.right()));
        }
        boolean quotient = operator == Operator.DIVIDE || operator == Operator.ELEMENT_DIVIDE;
        if (quotient && ArithmeticRules.isProduct(operation.right())) {
            OperationNode below = (OperationNode) operation.right();
            changes.add(
                    FaultKind.BRACKETS,
                    below,
                    Trees.operation(
                            below.operator(),
                            Trees.operation(operator, operation.left(), below.left()),
                            below.right()));
        }
    }

    /** A factor of one term taken for one of the whole sum: {@code (a*c + b)*n} as {@code (a + b)*c*n}. */
    private static void factor(Node node, boolean whole, Changes changes) {
        if (node instanceof OperationNode product
                && ArithmeticRules.isProduct(product)
                && product.left() instanceof OperationNode sum
                && sum.binding() == Node.SUM
                && ArithmeticRules.isProduct(sum.left())) {
            OperationNode term = (OperationNode) sum.left();
            Node others = Trees.operation(sum.operator(), term.left(), sum.right());
            changes.add(
                    FaultKind.BRACKETS,
                    sum,
                    Trees.operation(
                            product.operator(),
                            Trees.operation(term.operator(), others, term.right()),
                            product.right()),
                    "factor",
                    1);
        }
    }

    /** A power of one term taken for one of the whole sum: {@code 1 - b^t} as {@code (1 - b)^t}. */
    private static void power(Node node, boolean whole, Changes changes) {
        if (!(node instanceof OperationNode sum) || sum.binding() != Node.SUM) {
            return;
        }
        Node term = sum.right();
        OperationNode scaled =
                term instanceof OperationNode product && ArithmeticRules.isProduct(product) ? product : null;
        Node last = scaled == null ? term : scaled.right();
        if (last instanceof OperationNode power && power.binding() == Node.POWER) {
            Node base = scaled == null ? power.left() : Trees.operation(scaled.operator(), scaled.left(), power.left());
            changes.add(
                    FaultKind.BRACKETS,
                    node,
                    Trees.operation(power.operator(), Trees.operation(sum.operator(), sum.left(), base), power.right()),
                    "power",
                    1);
        }
    }

    /** The whole formula turned, where it is no number. */
    static void turned(Node node, boolean whole, Changes changes) {
        if (whole && node instanceof OperationNode product && product.operator() == Operator.TIMES) {
            changes.add(FaultKind.TRANSPOSE_ADDED, node, Trees.transposed(node), "whole", 1);
        }
    }

    /** What stands beside a call drawn into it: {@code sqrt(s) + e} as {@code sqrt(s + e)}. */
    private static void arguments(Node node, boolean whole, Changes changes) {
        if (node instanceof OperationNode sum
                && sum.binding() == Node.SUM
                && sum.left() instanceof CallNode call
                && call.children().size() == 1) {
            Node inside = Trees.operation(sum.operator(), call.children().get(0), sum.right());
            changes.add(FaultKind.BRACKETS, node, call.withChildren(List.of(inside)), "inside", 1);
        }
    }

    /** The changes of a list of alike formulas that are made in several of them at once. */
    static List<Change> everywhere(Node root, List<Change> single) {
        if (!(root instanceof ListNode list)) {
            return List.of();
        }
        Map<String, List<Change>> alike = new LinkedHashMap<>();
        for (Change change : single) {
            if (change.path().length > 0 && change.line() == null) {
                int[] within = Arrays.copyOfRange(change.path(), 1, change.path().length);
                Node item = list.items().get(change.path()[0]);
                String build =
                        item.text().replaceAll("[A-Za-z_][A-Za-z_0-9]*", "x").replaceAll("[0-9]+", "0");
                String told = change.kind() == FaultKind.NAME ? "" : change.told();
                alike.computeIfAbsent(change.kind() + Arrays.toString(within) + told + build, key -> new ArrayList<>())
                        .add(change);
            }
        }
        List<Change> found = new ArrayList<>();
        for (List<Change> changes : alike.values()) {
            Change first = changes.get(0);
            List<Node> items = new ArrayList<>(list.items());
            int places = 0;
            for (Change change : changes) {
                int item = change.path()[0];
                if (items.get(item) == list.items().get(item)) {
                    items.set(item, change.of(root).children().get(item));
                    places++;
                }
            }
            if (places > 1) {
                found.add(new Change(
                        first.kind(),
                        new int[0],
                        first.at(),
                        list.withChildren(items),
                        "everywhere" + (first.told().isEmpty() ? "" : " " + first.told()),
                        2 * first.weight(),
                        null));
            }
        }
        return found;
    }

    /** Two names that are exchanged wherever they stand. */
    static Node exchanged(Node node, NameNode one, NameNode other) {
        if (node instanceof NameNode name) {
            return name.name().equals(one.name()) ? other : name.name().equals(other.name()) ? one : node;
        }
        List<Node> children = node.children();
        return children.isEmpty()
                ? node
                : node.withChildren(children.stream()
                        .map(child -> exchanged(child, one, other))
                        .toList());
    }
}
