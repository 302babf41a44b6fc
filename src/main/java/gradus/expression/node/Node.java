package gradus.expression.node;

import gradus.expression.value.BooleanValue;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Range;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import java.util.List;

/** A node of a parsed expression. */
public sealed interface Node
        permits NumberNode,
                TextNode,
                NameNode,
                ListNode,
                OperationNode,
                ComparisonNode,
                LogicNode,
                NegationNode,
                ChoiceNode,
                IndicatorNode,
                TransposeNode,
                CallNode,
                ChosenFunctionNode,
                PrintedNode,
                StepsNode,
                IndexNode,
                SumNode,
                ExampleNode,
                ReductionNode,
                FieldNode {
    int CHOICE = 1;
    int OR = 2;
    int AND = 3;
    int NOT = 4;
    int COMPARISON = 5;
    int SUM = 6;
    int PRODUCT = 7;
    int SIGN = 8;
    int POWER = 9;
    int POSTFIX = 10;
    int ATOM = 11;

    /** The offset in the source text at which faults of this node are reported. */
    int at();

    Value evaluate(Run run);

    /**
     * The value as a plain double, with its error bound left in the run: a fast path for comparing scalar formulas.
     *
     * @throws NotANumber where the value is not a number
     */
    default double number(Run run) {
        Value value = evaluate(run);
        if (value instanceof NumberValue number) {
            run.leave(number.bound());
            return number.value();
        }
        if (value instanceof BooleanValue truth) {
            run.leave(0);
            return truth.value() ? 1 : 0;
        }
        throw NotANumber.INSTANCE;
    }

    List<Node> children();

    /** This node with other children, as many and in the same order as {@link #children()}. */
    Node withChildren(List<Node> children);

    /** The node's precedence, from CHOICE (loosest) to ATOM. */
    int binding();

    /** The canonical spelling; parsing it gives an equal tree. */
    String text();

    String latex();

    /**
     * An interval that contains all cells of the value while the symbols keep to their domains; all reals where
     * unknown.
     */
    default Range range(Domains domains) {
        return Range.ALL;
    }

    /** The canonical spelling as an operand of an operator with this precedence. */
    default String text(int outer) {
        return binding() < outer ? "(" + text() + ")" : text();
    }

    default String latex(int outer) {
        return binding() < outer ? "\\left(" + latex() + "\\right)" : latex();
    }
}
