package gradus.expression;

import java.util.ArrayList;
import java.util.List;

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

    /** What the deciding difference can be at most. */
    Range reach(Points points) {
        List<Node> operands = node.children();
        if (node instanceof CallNode call && !call.function().many()) {
            boolean arc = call.function().name().equals("asin")
                    || call.function().name().equals("acos");
            return operands.isEmpty() || arc ? Range.ALL : operands.get(0).range(points);
        }
        if (node instanceof OperationNode) {
            return operands.get(0).range(points);
        }
        return operands.size() == 2
                ? operands.get(0).range(points).minus(operands.get(1).range(points))
                : Range.ALL;
    }
}
