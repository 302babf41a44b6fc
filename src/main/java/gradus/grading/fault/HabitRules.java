package gradus.grading.fault;

import gradus.expression.Expression;
import gradus.expression.node.CallNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do out of habit: the rule of another activation, a mean where a sum is meant, the other form of a method. */
final class HabitRules {
    private static final double SELDOM = 0.4;
    private static final double FEWEST = 3;

    private static final OpenFormula EXPONENTIAL = OpenFormula.of("exp(a)");
    private static final OpenFormula SQUASHING = OpenFormula.of("sigmoid(a)");
    private static final OpenFormula OTHER_SQUASHING = OpenFormula.of("tanh(a)");
    private static final OpenFormula SUM = OpenFormula.of("sum(a)");
    private static final OpenFormula MEAN = OpenFormula.of("mean(a)");
    private static final OpenFormula DIVIDED_BY_COLUMNS = OpenFormula.of("a/cols(b)");
    private static final OpenFormula MEAN_OF_SUMS = OpenFormula.of("sum(a, axis=2)*sum(b, axis=1)/cols(a)");
    private static final OpenFormula ROOT = OpenFormula.of("sqrt(a)");

    private HabitRules() {}

    static List<Changes.Rule> all() {
        return List.of(
                HabitRules::logistic,
                HabitRules::derivative,
                HabitRules::factors,
                HabitRules::multiple,
                HabitRules::mean,
                HabitRules::ones,
                HabitRules::option,
                HabitRules::root);
    }

    /** A sigmoid that is written out: {@code 1/(1 + exp(-z))}. */
    private static void logistic(Node node, boolean whole, Changes changes) {
        Node inside = insideOfLogistic(node);
        if (inside != null) {
            changes.add(FaultKind.FUNCTION, node, OTHER_SQUASHING.with(inside), OTHER_SQUASHING.function(), 1);
            changes.add(FaultKind.FUNCTION_LEFT_OUT, node, inside);
        }
    }

    private static @Nullable Node insideOfLogistic(Node node) {
        return node instanceof OperationNode quotient
                        && quotient.operator() == Operator.DIVIDE
                        && Trees.isNumber(quotient.left(), 1)
                        && quotient.right() instanceof OperationNode sum
                        && sum.operator() == Operator.ADD
                        && Trees.isNumber(sum.left(), 1)
                        && sum.right() instanceof CallNode call
                        && EXPONENTIAL.isCalledBy(call)
                ? Trees.negated(call.children().get(0))
                : null;
    }

    /** The rule of tanh, {@code 1 - a^2}, and that of the sigmoid, {@code a*(1 - a)}. */
    private static void derivative(Node node, boolean whole, Changes changes) {
        if (Trees.takenFromOne(node) instanceof OperationNode square
                && square.binding() == Node.POWER
                && Trees.isNumber(square.right(), 2)) {
            Node value = square.left();
            changes.add(
                    FaultKind.FUNCTION,
                    node,
                    Trees.operation(Operator.ELEMENT_TIMES, value, Trees.rest(value)),
                    SQUASHING.function(),
                    1);
        }
    }

    /** Of many factors the first alone, or with the last. */
    private static void factors(Node node, boolean whole, Changes changes) {
        List<Node> factors = new ArrayList<>();
        collect(node, factors);
        if (factors.size() >= FEWEST) {
            Node first = factors.get(0);
            Node last = factors.get(factors.size() - 1);
            changes.add(FaultKind.FACTOR_LEFT_OUT, node, first, "first alone", SELDOM);
            changes.add(
                    FaultKind.FACTOR_LEFT_OUT,
                    node,
                    Trees.operation(Operator.TIMES, first, last),
                    "first and last",
                    SELDOM);
        }
    }

    private static void collect(Node node, List<Node> factors) {
        if (node instanceof OperationNode product && ArithmeticRules.isProduct(product)) {
            collect(product.left(), factors);
            factors.add(product.right());
        } else {
            factors.add(node);
        }
    }

    /** A count of alike things, one too few or too many: {@code 4*x} as {@code 3*x}. */
    private static void multiple(Node node, boolean whole, Changes changes) {
        if (node instanceof OperationNode product
                && ArithmeticRules.isProduct(product)
                && product.left() instanceof NumberNode number
                && number.value().value() >= FEWEST
                && number.value().value() == Math.rint(number.value().value())) {
            for (int off : new int[] {-1, 1}) {
                Node other = Trees.number(number.value().value() + off);
                changes.add(
                        FaultKind.OFF_BY_ONE,
                        number,
                        Trees.operation(product.operator(), other, product.right()),
                        other.text(),
                        SELDOM);
            }
        }
    }

    /** The mean of examples without the factor that stands before their sum; the sum of errors times the mean input. */
    private static void mean(Node node, boolean whole, Changes changes) {
        if (!(node instanceof OperationNode product) || product.operator() != Operator.TIMES) {
            return;
        }
        Node bare = withoutNumber(product);
        if (bare instanceof CallNode call && SUM.isCalledBy(call)) {
            changes.add(FaultKind.MEAN_FOR_SUM, node, MEAN.with(call.children().get(0)), "without the factor", SELDOM);
        }
        if (product.left() instanceof NumberNode || product.right() instanceof NumberNode) {
            return;
        }
        if (bare != null) {
            changes.add(
                    FaultKind.MEAN_FOR_SUM,
                    node,
                    DIVIDED_BY_COLUMNS.with(bare, product.left()),
                    "without the factor",
                    SELDOM);
        }
        changes.add(
                FaultKind.SUMS_MULTIPLIED,
                node,
                MEAN_OF_SUMS.with(product.left(), product.right()),
                MEAN.function(),
                SELDOM);
    }

    /** A product without the number that it begins with; null where it begins with none. */
    private static @Nullable Node withoutNumber(OperationNode product) {
        if (product.left() instanceof NumberNode) {
            return product.right();
        }
        Node left = product.left() instanceof OperationNode inner && ArithmeticRules.isProduct(inner)
                ? withoutNumber(inner)
                : null;
        return left == null ? null : Trees.operation(product.operator(), left, product.right());
    }

    /** A matrix factor left out, the sums taken all the same: ones stand for it. */
    private static void ones(Node node, boolean whole, Changes changes) {
        if (node instanceof OperationNode product
                && product.operator() == Operator.TIMES
                && !(product.left() instanceof NumberNode)) {
            changes.add(
                    FaultKind.FACTOR_LEFT_OUT,
                    product.left(),
                    Trees.operation(Operator.TIMES, ones(product.left()), product.right()),
                    "ones",
                    SELDOM);
            changes.add(
                    FaultKind.FACTOR_LEFT_OUT,
                    product.right(),
                    Trees.operation(Operator.TIMES, product.left(), ones(product.right())),
                    "ones",
                    SELDOM);
        }
    }

    private static Node ones(Node like) {
        if (like instanceof OperationNode product
                && product.operator() == Operator.TIMES
                && product.left() instanceof NumberNode) {
            return Trees.operation(Operator.TIMES, product.left(), ones(product.right()));
        }
        Node nothing = Trees.operation(Operator.TIMES, Trees.number(0), like);
        return Trees.operation(Operator.ADD, nothing, Trees.number(1));
    }

    /** The other form of a method: an option that is on or off. */
    private static void option(Node node, boolean whole, Changes changes) {
        if (!(node instanceof CallNode call) || call.listing() == null) {
            return;
        }
        for (int i = 0; i < call.named().length; i++) {
            String preset = call.function().parameters().get(i).preset();
            if (preset != null && (preset.equals("true") || preset.equals("false"))) {
                Node given = call.named()[i];
                boolean on =
                        given == null ? preset.equals("true") : given.text().equals("true");
                String other = on ? "false" : "true";
                @Nullable Node[] named = call.named().clone();
                named[i] = Expression.parse(other, Vocabulary.author()).root();
                changes.add(
                        FaultKind.OPTION,
                        node,
                        new CallNode(call.at(), call.function(), call.rest(), named, -1),
                        call.function().parameters().get(i).name() + "=" + other,
                        1);
            }
        }
    }

    /** The root of the whole result. */
    private static void root(Node node, boolean whole, Changes changes) {
        if (whole) {
            changes.add(FaultKind.FUNCTION_ADDED, node, ROOT.with(node), ROOT.function(), SELDOM);
        }
    }

    /** A count that is one too few or too many as a whole. */
    static void counted(Node node, boolean whole, Changes changes) {
        if (whole) {
            for (Operator operator : List.of(Operator.ADD, Operator.SUBTRACT)) {
                changes.add(
                        FaultKind.OFF_BY_ONE,
                        node,
                        Trees.operation(operator, node, Trees.number(1)),
                        operator == Operator.ADD ? "+ 1" : "- 1",
                        SELDOM);
            }
        }
    }
}
