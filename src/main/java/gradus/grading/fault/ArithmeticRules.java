package gradus.grading.fault;

import gradus.expression.node.CallNode;
import gradus.expression.node.ComparisonNode;
import gradus.expression.node.IndicatorNode;
import gradus.expression.node.NameNode;
import gradus.expression.node.NegationNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.node.TransposeNode;
import gradus.expression.value.ComparisonOperator;
import gradus.expression.value.Operator;
import java.util.List;

/** What goes wrong with the signs of a formula: terms and factors left out, signs turned, brackets lost. */
final class ArithmeticRules {
    private static final double SELDOM = 0.5;

    /** The smallest divisor that is taken for a count. */
    private static final double FEWEST = 3;

    private static final OpenFormula SUM = OpenFormula.of("sum(a)");
    private static final OpenFormula SUMS = OpenFormula.of("sum(a, axis=2)*sum(b, axis=1)");
    private static final OpenFormula DIVIDED_BY_COLUMNS = OpenFormula.of("a/cols(b)");
    private static final OpenFormula FIRST_ALONE = OpenFormula.of("(a .* eye(cols(a))[1])*b");
    private static final OpenFormula LAST_ALONE = OpenFormula.of("(a .* eye(cols(a))[cols(a)])*b");
    private static final OpenFormula POSITIVE = OpenFormula.of("relu(a)");

    private ArithmeticRules() {}

    static List<Changes.Rule> all() {
        return List.of(
                ArithmeticRules::sum,
                ArithmeticRules::product,
                ArithmeticRules::matrixProduct,
                ArithmeticRules::quotient,
                ArithmeticRules::power,
                ArithmeticRules::count,
                ArithmeticRules::sign,
                ArithmeticRules::difference,
                ArithmeticRules::mask,
                ArithmeticRules::turned,
                ArithmeticRules::whole);
    }

    private static void sum(Node node, boolean whole, Changes changes) {
        if (!(node instanceof OperationNode sum) || sum.binding() != Node.SUM) {
            return;
        }
        boolean plus = sum.operator() == Operator.ADD;
        boolean rest = Trees.takenFromOne(node) != null;
        if (rest) {
            changes.add(FaultKind.RATE_AND_REST, node, sum.right());
        } else {
            changes.add(FaultKind.TERM_LEFT_OUT, sum.right(), sum.left());
        }
        changes.add(FaultKind.TERM_LEFT_OUT, sum.left(), plus || rest ? sum.right() : Trees.negated(sum.right()));
        changes.add(
                FaultKind.SIGN,
                node,
                Trees.operation(plus ? Operator.SUBTRACT : Operator.ADD, sum.left(), sum.right()));
        changes.add(FaultKind.SIGN, node, Trees.operation(Operator.SUBTRACT, sum.right(), sum.left()), "turned", 1);
        changes.add(
                FaultKind.ADDED_FOR_MULTIPLIED,
                node,
                Trees.operation(Operator.ELEMENT_TIMES, sum.left(), sum.right()),
                "times",
                SELDOM);
        if (!rest && !(sum.right() instanceof NumberNode)) {
            changes.add(
                    FaultKind.TWO,
                    sum.right(),
                    Trees.operation(
                            sum.operator(), sum.left(), Trees.operation(Operator.TIMES, Trees.number(2), sum.right())),
                    "2",
                    SELDOM);
            changes.add(
                    FaultKind.TWO,
                    sum.right(),
                    Trees.operation(
                            sum.operator(), sum.left(), Trees.operation(Operator.DIVIDE, sum.right(), Trees.number(2))),
                    "1/2",
                    SELDOM);
        }
    }

    private static void product(Node node, boolean whole, Changes changes) {
        if (!isProduct(node)) {
            return;
        }
        OperationNode product = (OperationNode) node;
        leaveOut(changes, product.right(), product.left());
        leaveOut(changes, product.left(), product.right());
        Operator divide = product.operator() == Operator.TIMES ? Operator.DIVIDE : Operator.ELEMENT_DIVIDE;
        changes.add(
                FaultKind.DIVIDED_FOR_MULTIPLIED,
                product.right(),
                Trees.operation(divide, product.left(), product.right()));
        changes.add(
                FaultKind.DIVIDED_FOR_MULTIPLIED,
                product.left(),
                Trees.operation(divide, product.right(), product.left()),
                "left",
                SELDOM);
        changes.add(
                FaultKind.ADDED_FOR_MULTIPLIED, node, Trees.operation(Operator.ADD, product.left(), product.right()));
        twice(changes, product, product.left(), product.right());
        twice(changes, product, product.right(), product.left());
    }

    static boolean isProduct(Node node) {
        return node instanceof OperationNode operation
                && (operation.operator() == Operator.TIMES || operation.operator() == Operator.ELEMENT_TIMES);
    }

    private static void leaveOut(Changes changes, Node factor, Node rest) {
        changes.add(isMask(factor) ? FaultKind.MASK_LEFT_OUT : FaultKind.FACTOR_LEFT_OUT, factor, rest);
    }

    private static void twice(Changes changes, OperationNode product, Node factor, Node other) {
        if (factor instanceof NameNode || factor.binding() == Node.SUM) {
            boolean first = factor == product.left();
            Node square = Trees.operation(Operator.ELEMENT_TIMES, factor, factor);
            changes.add(
                    factor instanceof NameNode ? FaultKind.TWICE : FaultKind.SQUARE_ADDED,
                    factor,
                    Trees.operation(product.operator(), first ? square : other, first ? other : square),
                    "",
                    SELDOM);
        }
    }

    /** Whether a factor switches cells on and off: a condition or the derivative of an activation. */
    private static boolean isMask(Node node) {
        return node instanceof IndicatorNode
                || node instanceof CallNode call && call.function().name().endsWith("_prime");
    }

    private static void matrixProduct(Node node, boolean whole, Changes changes) {
        if (!(node instanceof OperationNode product)
                || product.operator() != Operator.TIMES
                || product.left() instanceof NumberNode
                || product.right() instanceof NumberNode) {
            return;
        }
        Node left = product.left();
        Node right = product.right();
        changes.add(FaultKind.FACTORS_SWAPPED, node, Trees.operation(Operator.TIMES, right, left));
        changes.add(FaultKind.MEAN_FOR_SUM, node, DIVIDED_BY_COLUMNS.with(node, left));
        changes.add(FaultKind.SUMS_MULTIPLIED, node, SUMS.with(left, right));
        changes.add(
                FaultKind.SUM_LEFT_OUT, node, Trees.operation(Operator.ELEMENT_TIMES, left, right), "cells", SELDOM);
        for (boolean first : new boolean[] {true, false}) {
            changes.add(
                    FaultKind.ONE_EXAMPLE,
                    node,
                    (first ? FIRST_ALONE : LAST_ALONE).with(left, right),
                    first ? "first" : "last",
                    1);
        }
        for (boolean second : new boolean[] {true, false}) {
            Node operand = second ? right : left;
            if (operand instanceof NameNode) {
                Node turned = Trees.transposed(operand);
                changes.add(
                        FaultKind.TRANSPOSE_ADDED,
                        operand,
                        Trees.operation(Operator.TIMES, second ? left : turned, second ? turned : right));
            }
        }
    }

    private static void quotient(Node node, boolean whole, Changes changes) {
        if (!(node instanceof OperationNode quotient)
                || quotient.operator() != Operator.DIVIDE && quotient.operator() != Operator.ELEMENT_DIVIDE) {
            return;
        }
        Operator times = quotient.operator() == Operator.DIVIDE ? Operator.TIMES : Operator.ELEMENT_TIMES;
        changes.add(FaultKind.DIVISOR_LEFT_OUT, quotient.right(), quotient.left());
        changes.add(
                FaultKind.MULTIPLIED_FOR_DIVIDED,
                quotient.right(),
                Trees.operation(times, quotient.left(), quotient.right()));
        changes.add(
                FaultKind.UPSIDE_DOWN, node, Trees.operation(quotient.operator(), quotient.right(), quotient.left()));
        if (!Trees.isNumber(quotient.left(), 1)) {
            changes.add(
                    FaultKind.FACTOR_LEFT_OUT,
                    quotient.left(),
                    Trees.operation(quotient.operator(), Trees.number(1), quotient.right()),
                    "",
                    SELDOM);
        }
    }

    private static void power(Node node, boolean whole, Changes changes) {
        if (node instanceof OperationNode power && power.binding() == Node.POWER) {
            changes.add(FaultKind.SQUARE_LEFT_OUT, node, power.left());
            changes.add(FaultKind.EXPONENT, node, Trees.operation(Operator.TIMES, power.left(), power.right()));
            for (Operator operator : List.of(Operator.SUBTRACT, Operator.ADD)) {
                Node exponent = Trees.operation(operator, power.right(), Trees.number(1));
                if (!(power.right() instanceof NumberNode)) {
                    changes.add(
                            FaultKind.OFF_BY_ONE,
                            power.right(),
                            Trees.operation(power.operator(), power.left(), exponent),
                            operator == Operator.ADD ? "+ 1" : "- 1",
                            1);
                }
            }
        }
    }

    /** A count as it stands in a quotient, one less; and what is added once where it belongs to each. */
    private static void count(Node node, boolean whole, Changes changes) {
        if (node instanceof OperationNode quotient
                && (quotient.operator() == Operator.DIVIDE || quotient.operator() == Operator.ELEMENT_DIVIDE)
                && (quotient.right() instanceof NameNode
                        || quotient.right() instanceof NumberNode number
                                && number.value().value() >= FEWEST
                                && number.value().value()
                                        == Math.rint(number.value().value()))) {
            Node less = quotient.right() instanceof NumberNode number
                    ? Trees.number(number.value().value() - 1)
                    : Trees.operation(Operator.SUBTRACT, quotient.right(), Trees.number(1));
            changes.add(
                    FaultKind.OFF_BY_ONE,
                    quotient.right(),
                    Trees.operation(quotient.operator(), quotient.left(), less),
                    "- 1",
                    SELDOM);
        }
        if (node instanceof OperationNode sum
                && sum.operator() == Operator.ADD
                && sum.right() instanceof NameNode each
                && isProduct(sum.left())
                && Trees.names(sum.left(), each.name())) {
            changes.add(
                    FaultKind.ONE_FOR_EACH, each, Trees.operation(Operator.ADD, sum.left(), Trees.number(1)), "1", 1);
        }
    }

    /** A difference squared, or added up, where it stands by itself. */
    private static void difference(Node node, boolean whole, Changes changes) {
        if (!whole && node.binding() == Node.SUM && Trees.takenFromOne(node) == null) {
            changes.add(FaultKind.SQUARE_ADDED, node, Trees.operation(Operator.ELEMENT_POWER, node, Trees.number(2)));
            changes.add(FaultKind.SUM_ADDED, node, SUM.with(node));
        }
    }

    private static void sign(Node node, boolean whole, Changes changes) {
        if (node instanceof NegationNode negation && !negation.logical()) {
            changes.add(FaultKind.SIGN, node, negation.operand());
        }
    }

    private static void mask(Node node, boolean whole, Changes changes) {
        if (isMask(node)) {
            changes.add(FaultKind.MASK_INVERTED, node, Trees.rest(node));
            Node inside = node.children().get(0);
            Node values = inside instanceof ComparisonNode comparison ? comparison.left() : inside;
            changes.add(FaultKind.MASK_OF_VALUES, node, values);
            changes.add(FaultKind.MASK_OF_VALUES, node, POSITIVE.with(values), POSITIVE.function(), 1);
        }
        if (node instanceof ComparisonNode comparison
                && !comparison.comparison().isWhole()) {
            changes.add(
                    FaultKind.COMPARISON,
                    node,
                    ComparisonNode.of(
                            node.at(),
                            comparison.comparison() == ComparisonOperator.LESS
                                    ? ComparisonOperator.GREATER
                                    : ComparisonOperator.LESS,
                            comparison.left(),
                            comparison.right(),
                            -1));
        }
    }

    private static void turned(Node node, boolean whole, Changes changes) {
        if (node instanceof TransposeNode transpose && transpose.exponent() == null) {
            changes.add(FaultKind.TRANSPOSE_LEFT_OUT, node, transpose.operand());
        }
    }

    /** What is done to the result as a whole. */
    private static void whole(Node node, boolean whole, Changes changes) {
        if (!whole) {
            return;
        }
        changes.add(FaultKind.FUNCTION_ADDED, node, POSITIVE.with(node), POSITIVE.function(), 1);
        changes.add(FaultKind.SUM_ADDED, node, SUM.with(node));
    }
}
