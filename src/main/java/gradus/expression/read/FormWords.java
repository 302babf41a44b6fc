package gradus.expression.read;

import gradus.expression.function.LibraryFunction;
import gradus.expression.node.CallNode;
import gradus.expression.node.ChoiceNode;
import gradus.expression.node.ComparisonNode;
import gradus.expression.node.IndicatorNode;
import gradus.expression.node.LogicNode;
import gradus.expression.node.NameNode;
import gradus.expression.node.NegationNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.node.ReductionNode;
import gradus.expression.node.SumNode;
import gradus.expression.node.TransposeNode;
import gradus.expression.value.Names;
import gradus.expression.value.Operator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The form of an expression: which words it is written with, and whether it is multiplied out. */
public final class FormWords {
    private FormWords() {}

    public static Set<String> of(Node node) {
        Set<String> words = new LinkedHashSet<>();
        collect(node, words);
        return words;
    }

    public static boolean uses(Node node, String word) {
        Set<String> words = of(node);
        String name = Names.fold(word);
        LibraryFunction function = Engine.library().meant(name);
        return words.contains(word)
                || words.contains(name)
                || (function != null && words.contains(function.name()))
                || (word.equals("⊙") && words.contains(Operator.ELEMENT_TIMES.symbol));
    }

    private static void collect(Node node, Set<String> words) {
        if (node instanceof CallNode call) {
            words.add(call.function().name());
        } else if (node instanceof SumNode sum) {
            words.add(sum.function().name());
        } else if (node instanceof ReductionNode reduction) {
            words.add(reduction.call().function().name());
        } else if (node instanceof NameNode || node instanceof NumberNode) {
            words.add(node.text());
        } else if (node instanceof OperationNode operation) {
            words.add(operation.operator().symbol);
        } else if (node instanceof ComparisonNode comparison) {
            words.add(comparison.comparison().symbol);
            words.add(Vocabulary.COMPARISONS);
        } else if (node instanceof LogicNode logic) {
            words.add(logic.conjunction() ? "and" : "or");
        } else if (node instanceof NegationNode negation) {
            words.add(negation.logical() ? "not" : "-");
        } else if (node instanceof ChoiceNode) {
            words.add("?");
        } else if (node instanceof IndicatorNode) {
            words.add("1{}");
        } else if (node instanceof TransposeNode) {
            words.add("'");
            words.add(Engine.library().written("'").name());
        }
        node.children().forEach(child -> collect(child, words));
    }

    public static boolean isExpanded(Node node) {
        if (node instanceof OperationNode operation) {
            boolean product = operation.operator() == Operator.TIMES || operation.operator() == Operator.ELEMENT_TIMES;
            boolean power = operation.binding() == Node.POWER;
            if ((product && (isSum(operation.left()) || isSum(operation.right())))
                    || (power && isSum(operation.left()))) {
                return false;
            }
        }
        return node.children().stream().allMatch(FormWords::isExpanded);
    }

    private static boolean isSum(Node node) {
        return node instanceof NegationNode negation
                ? !negation.logical() && isSum(negation.operand())
                : node instanceof OperationNode operation && operation.binding() == Node.SUM;
    }
}
