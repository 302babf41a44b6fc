package gradus.expression.equality;

import gradus.expression.Expression;
import gradus.expression.node.CallNode;
import gradus.expression.node.ComparisonNode;
import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import gradus.expression.node.OperationNode;
import gradus.expression.value.Range;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** A place in an expression where it branches by the sign of a difference, or stops being defined. */
record BranchSite(int index, Node node) {
    static List<BranchSite> of(Expression expression) {
        List<BranchSite> sites = new ArrayList<>();
        collect(expression.root(), sites);
        return sites;
    }

    private static void collect(Node node, List<BranchSite> sites) {
        int index = node instanceof CallNode call
                ? call.site()
                : node instanceof ComparisonNode comparison
                        ? comparison.site()
                        : node instanceof OperationNode operation ? operation.site() : -1;
        if (index >= 0) {
            sites.add(new BranchSite(index, node));
        }
        node.children().forEach(child -> collect(child, sites));
    }

    /** The names on which the deciding difference depends. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect(node, names);
        return names;
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof NameNode name) {
            names.add(name.name());
        }
        node.children().forEach(child -> collect(child, names));
    }

    /** Whether the function jumps at many places, so that the ends of its argument's range are examined instead. */
    boolean hasSteps() {
        return node instanceof CallNode call && call.function().nature().jumps() != null;
    }

    /** The jump nearest to an argument of a function with many jumps. */
    double jumpNear(double argument) {
        DoubleUnaryOperator jumps =
                node instanceof CallNode call ? call.function().nature().jumps() : null;
        return jumps == null ? argument : jumps.applyAsDouble(argument);
    }

    /** Whether the deciding difference may be on either side of a boundary. */
    boolean canCross(SamplePoints points) {
        if (hasSteps()) {
            return true;
        }
        Range reach = reach(points);
        return reach.low() <= 0 && reach.high() > 0;
    }

    /** The largest possible deciding difference. */
    Range reach(SamplePoints points) {
        List<Node> operands = node.children();
        if (node instanceof CallNode call && !call.function().many()) {
            return operands.isEmpty()
                    ? Range.ALL
                    : call.function().nature().decides().apply(operands.get(0).range(points));
        }
        if (node instanceof OperationNode) {
            return operands.get(0).range(points);
        }
        return operands.size() == 2
                ? operands.get(0).range(points).minus(operands.get(1).range(points))
                : Range.ALL;
    }
}
