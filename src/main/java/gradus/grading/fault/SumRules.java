package gradus.grading.fault;

import gradus.expression.node.CallNode;
import gradus.expression.node.NameNode;
import gradus.expression.node.NegationNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.value.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the terms of a sum together: several left out, one drawn into a bracket or out of a function. */
final class SumRules {
    private static final double SELDOM = 0.4;
    private static final int FEWEST = 3;

    private SumRules() {}

    static List<Changes.Rule> all() {
        return List.of(
                SumRules::several, SumRules::everywhere, SumRules::drawnIn, SumRules::drawnOut, SumRules::scaled);
    }

    /** Of many terms the first alone, or the first half. */
    private static void several(Node node, boolean whole, Changes changes) {
        List<Node> sums = new ArrayList<>();
        for (Node sum = node; sum.binding() == Node.SUM && sum instanceof OperationNode more; sum = more.left()) {
            sums.add(more.left());
        }
        int terms = sums.size() + 1;
        if (terms >= FEWEST) {
            changes.add(FaultKind.TERM_LEFT_OUT, node, sums.get(sums.size() - 1), "first alone", SELDOM);
        }
        if (terms > FEWEST) {
            Node half = sums.get(sums.size() - terms / 2);
            changes.add(FaultKind.TERM_LEFT_OUT, node, half, "first half", SELDOM);
        }
    }

    /** A quantity that is added in several places, in all of them left out. */
    private static void everywhere(Node node, boolean whole, Changes changes) {
        if (!whole) {
            return;
        }
        Set<String> terms = new LinkedHashSet<>();
        Trees.any(
                node,
                inner -> inner.binding() == Node.SUM
                        && inner.children().stream()
                                .anyMatch(term -> term instanceof NameNode name && !terms.add(name.name()))
                        && false);
        for (String term : terms) {
            int[] places = new int[1];
            Node without = without(node, term, places);
            if (without != null && places[0] > 1 && !Trees.names(without, term)) {
                changes.add(FaultKind.TERM_LEFT_OUT, node, without, term + " everywhere", SELDOM);
            }
        }
    }

    /** A formula without a term wherever it stands; null where nothing is left. */
    private static @Nullable Node without(Node node, String term, int[] places) {
        if (node instanceof NameNode name && name.name().equals(term)) {
            places[0]++;
            return null;
        }
        List<Node> children = new ArrayList<>();
        for (Node child : node.children()) {
            Node other = without(child, term, places);
            if (other == null && node.binding() != Node.SUM) {
                return null;
            }
            if (other != null) {
                children.add(other);
            }
        }
        if (children.size() == node.children().size()) {
            return children.isEmpty() ? node : node.withChildren(children);
        }
        boolean negative = node instanceof OperationNode sum
                && sum.operator() == Operator.SUBTRACT
                && !children.isEmpty()
                && !(sum.right() instanceof NameNode name && name.name().equals(term));
        return children.isEmpty() ? null : negative ? Trees.negated(children.get(0)) : children.get(0);
    }

    /** What is added to a product drawn under its first factor: {@code a*b + c} as {@code a*(b + c)}. */
    private static void drawnIn(Node node, boolean whole, Changes changes) {
        if (!(node instanceof OperationNode sum) || sum.binding() != Node.SUM) {
            return;
        }
        OperationNode first = null;
        for (Node factor = sum.left();
                factor instanceof OperationNode product && product.binding() == Node.PRODUCT;
                factor = product.left()) {
            first = product;
        }
        if (first != null && ArithmeticRules.isProduct(first)) {
            Node rest = rest(sum.left(), first);
            changes.add(
                    FaultKind.BRACKETS,
                    node,
                    Trees.operation(first.operator(), first.left(), Trees.operation(sum.operator(), rest, sum.right())),
                    "drawn in",
                    1);
        }
    }

    private static Node rest(Node node, OperationNode first) {
        return node == first
                ? first.right()
                : node instanceof OperationNode product
                        ? Trees.operation(product.operator(), rest(product.left(), first), product.right())
                        : node;
    }

    /** What is added under a function drawn out of it: {@code sqrt(s + e)} as {@code sqrt(s) + e}. */
    private static void drawnOut(Node node, boolean whole, Changes changes) {
        if (node instanceof CallNode call
                && call.children().size() == 1
                && call.listing() == null
                && call.children().get(0) instanceof OperationNode sum
                && sum.binding() == Node.SUM) {
            Node inside = call.withChildren(List.of(sum.left()));
            changes.add(FaultKind.BRACKETS, node, Trees.operation(sum.operator(), inside, sum.right()), "outside", 1);
        }
    }

    /** A constant factor too much or missing under a function: {@code cos(a)} as {@code cos(2*a)}. */
    private static void scaled(Node node, boolean whole, Changes changes) {
        if (node instanceof CallNode call
                && call.children().size() == 1
                && call.listing() == null
                && call.children().get(0) instanceof OperationNode product
                && product.binding() == Node.PRODUCT
                && !(product.left() instanceof NumberNode)
                && !(product.left() instanceof NegationNode)) {
            Node doubled = Trees.operation(Operator.TIMES, Trees.number(2), product);
            changes.add(FaultKind.TWO, product, call.withChildren(List.of(doubled)), "2 inside", SELDOM);
        }
    }
}
