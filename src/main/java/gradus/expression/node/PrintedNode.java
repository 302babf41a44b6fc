package gradus.expression.node;

import gradus.expression.value.ExpressionException;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import java.util.List;

/** Something that is already typeset, in a formula that is only shown: a name as the prompt has it, or a tensor's numbers. */
public record PrintedNode(int at, String text, String latex) implements Node {
    /** A name with the letters that stand for it, which are one thing to what stands around them. */
    static Node name(NameNode name, String latex) {
        boolean raised = latex.indexOf('^') >= 0 || latex.indexOf('_') >= 0;
        return new PrintedNode(
                name.at(),
                name.name(),
                isSum(latex) ? "\\left(" + latex + "\\right)" : raised ? "\\mathord{" + latex + "}" : latex);
    }

    /** Whether terms stand in it beside each other, outside of all braces and brackets. */
    private static boolean isSum(String latex) {
        int depth = 0;
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            depth += "{([".indexOf(c) >= 0 ? 1 : "})]".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0 && i > 0 && (c == '+' || c == '-' || c == '=')) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Value evaluate(Run run) {
        throw ExpressionException.of(at, "expression.no-value", text);
    }

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public Node withChildren(List<Node> children) {
        return this;
    }

    @Override
    public int binding() {
        return ATOM;
    }
}
