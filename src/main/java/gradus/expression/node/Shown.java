package gradus.expression.node;

import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.value.BooleanValue;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import gradus.expression.value.Printing;
import gradus.expression.value.Run;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A formula as worked steps show it: options are settled, names are typeset or give way to their numbers, and what
 * everybody does in the head is done: 1 − 0.9 is 0.1, and a product with 0 falls away.
 */
final class Shown {
    private final Run run;
    private final Function<NameNode, Node> names;
    private final boolean folds;

    private Shown(Run run, Function<NameNode, Node> names, boolean folds) {
        this.run = run;
        this.names = names;
        this.folds = folds;
    }

    /** The formula under the options in force. */
    static Node settled(Node formula, Run run) {
        return new Shown(run, name -> name, false).of(formula);
    }

    /** The formula with its names typeset. */
    static Node formula(Node formula, Run run, Function<NameNode, String> latex) {
        return new Shown(run, name -> new PrintedNode(name.at(), name.name(), latex.apply(name)), false).of(formula);
    }

    /** The formula with numbers for its names. */
    static Node numbers(Node formula, Run run) {
        Node filled = new Shown(run, name -> literal(name, run.value(name.slot(), name.at())), true).of(formula);
        return filled instanceof NumberNode && formula.children().isEmpty() ? formula : filled;
    }

    private Node of(Node node) {
        if (node instanceof NameNode name) {
            return names.apply(name);
        }
        if (node instanceof ChoiceNode choice) {
            Node chosen = chosen(choice);
            if (chosen != null) {
                return of(chosen);
            }
        }
        if (node instanceof ChosenFunctionNode chosen) {
            return of(chosen.called(chosen.chooser().evaluate(run)));
        }
        if (folds && node instanceof CallNode call && isSilent(call)) {
            return literal(call, call.evaluate(run));
        }
        List<Node> children = node.children();
        if (children.isEmpty()) {
            return node;
        }
        Node shown = node.withChildren(children.stream().map(this::of).toList());
        return folds ? folded(numberPower(shown)) : asPrinted(shown);
    }

    /** Powers that go cell by cell are printed as plain ones. */
    private static Node asPrinted(Node node) {
        return node instanceof OperationNode power && power.operator() == Operator.ELEMENT_POWER
                ? new OperationNode(
                        power.at(), Operator.POWER, power.left(), power.right(), power.site(), power.rules())
                : node;
    }

    /** A power of a number is a plain one. */
    private static Node numberPower(Node node) {
        boolean ofNumber = node instanceof OperationNode power && number(power.left()) != null;
        return ofNumber ? asPrinted(node) : node;
    }

    private @Nullable Node chosen(ChoiceNode choice) {
        Value condition = choice.condition().evaluate(run);
        if (condition instanceof BooleanValue truth) {
            return truth.value() ? choice.yes() : choice.no();
        }
        return condition instanceof NumberValue number ? (number.value() != 0 ? choice.yes() : choice.no()) : null;
    }

    /** Whether a call only picks or counts, so that a reader wants to see what it gives. */
    private static boolean isSilent(CallNode call) {
        return call.function().group() == Group.INNER
                && call.function().nature().keepsWhole();
    }

    private static Node literal(Node place, Value value) {
        if (value instanceof NumberValue number) {
            return number(number.value(), place.at());
        }
        String text = value instanceof TextValue word ? word.text() : Printing.plain(value);
        String latex =
                value.isNumeric() ? Numbers.latex(value.asTensor()) : "\\mathrm{" + text.replace("_", "\\_") + "}";
        return new PrintedNode(place.at(), text, latex);
    }

    private static Node number(double value, int at) {
        double size = Math.abs(value);
        Node node = new NumberNode(at, NumberValue.exactly(size), Printing.number(size), Numbers.latex(size));
        return value < 0 ? new NegationNode(at, false, node) : node;
    }

    private static @Nullable Double number(Node node) {
        if (node instanceof NegationNode negation && !negation.logical()) {
            Double inner = number(negation.operand());
            return inner == null ? null : Double.valueOf(-inner);
        }
        return node instanceof NumberNode number ? Double.valueOf(number.value().value()) : null;
    }

    private static Node folded(Node node) {
        if (!(node instanceof OperationNode operation)) {
            return node;
        }
        Double left = number(operation.left());
        Double right = number(operation.right());
        return switch (operation.operator()) {
            case TIMES, ELEMENT_TIMES -> isZero(left) || isZero(right) ? number(0, node.at()) : node;
            case DIVIDE, ELEMENT_DIVIDE -> isZero(left) && !isZero(right) ? number(0, node.at()) : node;
            case ADD -> isZero(left) ? operation.right() : isZero(right) ? operation.left() : node;
            case SUBTRACT ->
                isZero(right)
                        ? operation.left()
                        : left != null && right != null && left == 1 ? number(left - right, node.at()) : node;
            case POWER, ELEMENT_POWER -> left != null && right != null && right == 1 ? operation.left() : node;
        };
    }

    private static boolean isZero(@Nullable Double value) {
        return value != null && value == 0;
    }
}
