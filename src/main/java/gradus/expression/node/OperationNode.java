package gradus.expression.node;

import gradus.expression.value.Broadcast;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import gradus.expression.value.Products;
import gradus.expression.value.Range;
import gradus.expression.value.Run;
import gradus.expression.value.Shapes;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.List;

/**
 * An arithmetic operator and its two operands.
 *
 * @param rules the rules for operands that are not numbers
 */
public record OperationNode(int at, Operator operator, Node left, Node right, int site, Rules rules) implements Node {
    public OperationNode(int at, Operator operator, Node left, Node right, int site) {
        this(at, operator, left, right, site, Rules.PAPER);
    }

    @Override
    public Value evaluate(Run run) {
        Value a = left.evaluate(run);
        Value b = right.evaluate(run);
        if (a instanceof NumberValue x && b instanceof NumberValue y) {
            if (run.isWatched() && site >= 0) {
                run.kink(site, operator.gap(x.value(), y.value()));
            }
            return operator.of(x.value(), x.bound(), y.value(), y.bound());
        }
        return rules.apply(this, run, a, b);
    }

    /** The value by the rules of paper: {@code *} multiplies matrices, {@code ^} takes powers of numbers. */
    Value onPaper(Run run, Value a, Value b) {
        return switch (operator) {
            case TIMES -> Products.times(run, at, a, b);
            case POWER -> power(run, a, b);
            default -> byCell(run, operator, a, b);
        };
    }

    Value byCell(Run run, Operator cells, Value a, Value b) {
        return Broadcast.apply(run, at, operator.symbol, cells, a, b, site);
    }

    @Override
    public double number(Run run) {
        double a = left.number(run);
        double boundA = run.bound();
        double b = right.number(run);
        return run.pair(operator, a, boundA, b, run.bound(), site);
    }

    private Value power(Run run, Value base, Value exponent) {
        Tensor a = Broadcast.numeric(base, at, "^");
        Tensor b = Broadcast.numeric(exponent, at, "^");
        if (!Shapes.countsAsNumber(a) || !Shapes.countsAsNumber(b)) {
            throw ExpressionException.of(
                            at, "expression.power-of-tensor", left.text(POWER + 1) + " .^ " + right.text(POWER))
                    .offering(Edit.sign(at, "^", ".^"), Edit.sign(at, "²", ".^2"), Edit.sign(at, "³", ".^3"));
        }
        return Broadcast.apply(run, at, "^", operator, base, exponent, site);
    }

    @Override
    public List<Node> children() {
        return List.of(left, right);
    }

    /**
     * The range of the result. It is unknown for a matrix product, which sums; scaling by a number multiplies cell by
     * cell.
     */
    @Override
    public Range range(Domains domains) {
        Range a = left.range(domains);
        Range b = right.range(domains);
        return switch (operator) {
            case ADD -> a.plus(b);
            case SUBTRACT -> a.minus(b);
            case TIMES ->
                left instanceof NumberNode || right instanceof NumberNode || !domains.hasTensors()
                        ? a.times(b)
                        : Range.ALL;
            case ELEMENT_TIMES -> a.times(b);
            case DIVIDE, ELEMENT_DIVIDE -> a.dividedBy(b);
            case POWER, ELEMENT_POWER -> a.toPower(b);
        };
    }

    @Override
    public Node withChildren(List<Node> children) {
        return new OperationNode(at, operator, children.get(0), children.get(1), site, rules);
    }

    @Override
    public int binding() {
        return switch (operator) {
            case ADD, SUBTRACT -> SUM;
            case TIMES, ELEMENT_TIMES, DIVIDE, ELEMENT_DIVIDE -> PRODUCT;
            case POWER, ELEMENT_POWER -> POWER;
        };
    }

    @Override
    public String text() {
        if (binding() == POWER) {
            boolean signed = right instanceof NegationNode;
            return left.text(POWER + 1) + operator.symbol + right.text(signed ? SIGN : POWER);
        }
        boolean product = operator == Operator.TIMES && rules == Rules.ARRAYS;
        String symbol = product ? "@" : operator.symbol;
        String spaced = binding() == SUM || symbol.length() > 1 || product ? " " + symbol + " " : symbol;
        return left.text(binding()) + spaced + right.text(binding() + 1);
    }

    @Override
    public String latex() {
        return switch (operator) {
            case DIVIDE -> "\\frac{" + left.latex() + "}{" + right.latex() + "}";
            case POWER -> Latex.belowSuperscript(left, POWER + 1) + "^{" + right.latex() + "}";
            case ELEMENT_POWER -> Latex.belowSuperscript(left, POWER + 1) + "^{\\circ " + right.latex(POWER) + "}";
            case TIMES -> left.latex(PRODUCT) + Latex.times(second()) + second();
            default -> left.latex(binding()) + " " + operator.latex + " " + second();
        };
    }

    /** The right operand's spelling, in parentheses where it begins with a sign. */
    private String second() {
        return right.latex(right instanceof NegationNode ? POWER : binding() + 1);
    }
}
