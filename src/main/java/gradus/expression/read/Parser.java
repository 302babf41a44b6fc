package gradus.expression.read;

import gradus.expression.node.ChoiceNode;
import gradus.expression.node.ComparisonNode;
import gradus.expression.node.LogicNode;
import gradus.expression.node.NegationNode;
import gradus.expression.node.Node;
import gradus.expression.node.OperationNode;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ComparisonOperator;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.Operator;

/** The parser: reads operators from the loosest down to sums; factors are read by {@link Factors}. */
public final class Parser {
    private final Cursor cursor;
    private final Factors factors;

    public Parser(Cursor cursor) {
        this.cursor = cursor;
        this.factors = new Factors(cursor, this);
    }

    /** The expression that is the whole text. */
    public Node whole() {
        if (cursor.peek().kind() == Kind.END) {
            throw ExpressionException.of(0, "expression.empty");
        }
        Node node = expression();
        Token rest = cursor.peek();
        if (rest.kind() != Kind.END) {
            throw unexpected(rest);
        }
        Token assignment = cursor.assignment();
        if (assignment != null) {
            throw ExpressionException.of(assignment.at(), "expression.equation");
        }
        return node;
    }

    Node expression() {
        cursor.enter();
        boolean before = factors.tighten(false);
        Node node = choice();
        factors.tighten(before);
        cursor.leave();
        return node;
    }

    private Node choice() {
        Node condition = or();
        Token mark = cursor.peek();
        if (mark.is("?")) {
            comparisonsAllowed(mark);
            cursor.take();
            Node yes = expression();
            cursor.expect(":", mark);
            return new ChoiceNode(mark.at(), condition, yes, expression());
        }
        boolean python = mark.isName("if") && !cursor.vocabulary.isAuthor() && !cursor.vocabulary.declares("if");
        if (python) {
            comparisonsAllowed(mark);
            cursor.take();
            Node asked = or();
            if (!cursor.peek().isName("else")) {
                throw unexpected(cursor.peek());
            }
            cursor.take();
            return new ChoiceNode(mark.at(), asked, condition, expression());
        }
        return condition;
    }

    private Node or() {
        Node left = and();
        while (cursor.peek().isName("or")) {
            Token word = logical();
            left = new LogicNode(word.at(), false, left, and());
        }
        return left;
    }

    private Node and() {
        Node left = not();
        while (cursor.peek().isName("and") || cursor.peek().is("&&")) {
            Token word = logical();
            left = new LogicNode(word.at(), true, left, not());
        }
        return left;
    }

    private Node not() {
        if (!cursor.peek().isName("not") || cursor.vocabulary.declares("not")) {
            return comparison();
        }
        Token word = logical();
        cursor.enter();
        Node operand = not();
        cursor.leave();
        return new NegationNode(word.at(), true, operand);
    }

    private Token logical() {
        comparisonsAllowed(cursor.peek());
        cursor.operation(cursor.peek().at());
        return cursor.take();
    }

    private Node comparison() {
        int from = cursor.peek().at();
        Node left = sum();
        Token symbol = cursor.peek();
        ComparisonOperator comparison = symbol.kind() == Kind.SYMBOL ? ComparisonOperator.of(symbol.text()) : null;
        if (comparison == null) {
            return left;
        }
        comparisonsAllowed(symbol);
        cursor.operation(symbol.at());
        cursor.take();
        int middle = cursor.peek().at();
        Node right = sum();
        Token next = cursor.peek();
        if (next.kind() == Kind.SYMBOL && ComparisonOperator.of(next.text()) != null) {
            String both = cursor.slice(from, next.at()) + " and " + cursor.slice(middle, next.at()) + " "
                    + cursor.slice(next.at(), next.end()) + " ";
            ExpressionException chained =
                    ExpressionException.of(next.at(), "expression.chained-comparison", both + "…");
            cursor.take();
            int last = cursor.peek().at();
            sum();
            int end = cursor.previous().end();
            throw chained.offering(new Edit(from, end, both + cursor.slice(last, end)));
        }
        return ComparisonNode.of(symbol.at(), comparison, left, right, cursor.site());
    }

    void comparisonsAllowed(Token at) {
        if (!cursor.vocabulary.allowsComparisons()) {
            throw ExpressionException.of(at.at(), "expression.comparisons-not-allowed", cursor.vocabulary.allowed());
        }
    }

    private Node sum() {
        Node left = factors.product();
        while (true) {
            Token symbol = cursor.peek();
            Operator operator = symbol.is("+") ? Operator.ADD : symbol.is("-") ? Operator.SUBTRACT : null;
            if (operator == null) {
                return left;
            }
            cursor.operation(symbol.at());
            cursor.take();
            left = new OperationNode(symbol.at(), operator, left, factors.product(), -1, cursor.rules());
        }
    }

    /** An operand with its power; powers go from right to left. */
    Node power() {
        return factors.power();
    }

    /** What a sum sign sums: all factors that follow, or only one where it is tight. */
    Node terms() {
        return factors.terms();
    }

    /** The error for a token that may not stand where it does. */
    ExpressionException unexpected(Token token) {
        if (token.kind() == Kind.END) {
            return ExpressionException.of(token.at(), "expression.ends-too-soon");
        }
        if (token.is("=")) {
            return ExpressionException.of(token.at(), "expression.equation");
        }
        if (token.is("|") || token.is("‖")) {
            return ExpressionException.of(token.at(), "expression.bar", token.text());
        }
        if (token.is(")") || token.is("]") || token.is("}")) {
            return ExpressionException.of(token.at(), "expression.never-opened", token.text());
        }
        return ExpressionException.of(token.at(), "expression.unexpected", cursor.shown(token));
    }
}
