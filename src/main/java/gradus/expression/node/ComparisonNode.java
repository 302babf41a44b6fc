package gradus.expression.node;

import gradus.expression.value.BooleanValue;
import gradus.expression.value.Broadcast;
import gradus.expression.value.ComparisonOperator;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Pairwise;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import java.util.List;

/** A comparison; between numbers a boolean, cell by cell a tensor of 1 and 0. */
public record ComparisonNode(int at, ComparisonOperator comparison, Pairwise pairwise, Node left, Node right, int site)
        implements Node {
    public static ComparisonNode of(int at, ComparisonOperator comparison, Node left, Node right, int site) {
        return new ComparisonNode(at, comparison, comparison.asPairwise(), left, right, site);
    }

    @Override
    public Value evaluate(Run run) {
        Value a = left.evaluate(run);
        Value b = right.evaluate(run);
        if (comparison.isWhole()) {
            return BooleanValue.of(ComparisonOperator.same(a, b) == (comparison == ComparisonOperator.EQUAL));
        }
        Value cells = Broadcast.apply(run, at, comparison.symbol, pairwise, a, b, site);
        return cells instanceof NumberValue number && number.bound() == 0 && number.isFinite()
                ? BooleanValue.of(number.value() != 0)
                : cells;
    }

    @Override
    public List<Node> children() {
        return List.of(left, right);
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new ComparisonNode(at, comparison, pairwise, children.get(0), children.get(1), site);
    }

    @Override
    public int binding() {
        return COMPARISON;
    }

    @Override
    public String text() {
        return left.text(SUM) + " " + comparison.symbol + " " + right.text(SUM);
    }

    @Override
    public String latex() {
        return left.latex(SUM) + " " + comparison.latex + " " + right.latex(SUM);
    }
}
