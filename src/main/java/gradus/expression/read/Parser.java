package gradus.expression.read;

import gradus.expression.node.ChoiceNode;
import gradus.expression.node.ComparisonNode;
import gradus.expression.node.LogicNode;
import gradus.expression.node.NegationNode;
import gradus.expression.node.Node;
import gradus.expression.node.OperationNode;
import gradus.expression.node.Rules;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ComparisonOperator;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.Operator;
import org.jspecify.annotations.Nullable;

/** The operators of the language, loosest first; operands are read by {@link Operands}. */
public final class Parser {
    private final Cursor cursor;
    private final Operands operands;

    /** Where a bare exponent ended, as a token position: an implicit product there could belong to it. */
    private int bareExponentEnd = -1;

    /** Where the terms of a sum sign behind a division ended, as a token position: more factors could belong to either. */
    private int tightSumEnd = -1;

    /** Whether a sum sign takes but one factor here: behind a division and in an exponent. */
    private boolean tight;

    public Parser(Cursor cursor) {
        this.cursor = cursor;
        this.operands = new Operands(cursor, this);
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
        boolean before = tight;
        tight = false;
        Node node = choice();
        tight = before;
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
            throw ExpressionException.of(
                    next.at(),
                    "expression.chained-comparison",
                    cursor.slice(from, next.at()) + " and " + cursor.slice(middle, next.at()) + " " + next.text()
                            + " …");
        }
        return ComparisonNode.of(symbol.at(), comparison, left, right, cursor.site());
    }

    void comparisonsAllowed(Token at) {
        if (!cursor.vocabulary.allowsComparisons()) {
            throw ExpressionException.of(at.at(), "expression.comparisons-not-allowed", cursor.vocabulary.allowed());
        }
    }

    private Node sum() {
        Node left = product();
        while (true) {
            Token symbol = cursor.peek();
            Operator operator = symbol.is("+") ? Operator.ADD : symbol.is("-") ? Operator.SUBTRACT : null;
            if (operator == null) {
                return left;
            }
            cursor.operation(symbol.at());
            cursor.take();
            left = new OperationNode(symbol.at(), operator, left, product(), -1, cursor.rules());
        }
    }

    private @Nullable Operator productOperator(Token token) {
        if (token.kind() != Kind.SYMBOL) {
            return null;
        }
        return switch (token.text()) {
            case "*" -> cursor.dialect() == Dialect.ARRAYS ? Operator.ELEMENT_TIMES : Operator.TIMES;
            case "@" -> Operator.TIMES;
            case "/" -> Operator.DIVIDE;
            case ".*", "⊙" -> Operator.ELEMENT_TIMES;
            case "./" -> Operator.ELEMENT_DIVIDE;
            default -> null;
        };
    }

    /** By whose rules a product works: {@code @} always is that of arrays, a {@code *} may be anybody's. */
    private Rules rules(Token sign) {
        if (sign.is("@") && !cursor.vocabulary.isAuthor()) {
            return Rules.ARRAYS;
        }
        boolean anybodys = cursor.dialect() == Dialect.BOTH && sign.is("*");
        return anybodys ? Rules.AGREEING : cursor.rules();
    }

    private Node product() {
        int from = cursor.peek().at();
        Node left = signed();
        Token slash = null;
        while (true) {
            Token next = cursor.peek();
            Operator operator = productOperator(next);
            if (tightSumEnd == cursor.position() && slash != null && (operator != null || operands.startsFactor())) {
                throw ambiguousSum(from, slash);
            }
            if (operator != null) {
                cursor.operation(next.at());
                cursor.take();
                slash = operator == Operator.DIVIDE || operator == Operator.ELEMENT_DIVIDE ? next : null;
                Rules rules = rules(next);
                left = new OperationNode(next.at(), operator, left, slash == null ? signed() : divisor(), -1, rules);
            } else if (operands.startsFactor()) {
                cursor.operation(next.at());
                implicitAllowed(next);
                boolean sum = operands.sums.stands();
                if (slash != null && !sum) {
                    throw ambiguousQuotient(from, slash);
                }
                if (bareExponentEnd == cursor.position() && !sum) {
                    throw ambiguousPower(from);
                }
                Rules rules = cursor.dialect() == Dialect.PAPER ? cursor.rules() : Rules.AGREEING;
                left = new OperationNode(next.at(), Operator.TIMES, left, power(), -1, rules);
            } else {
                return left;
            }
        }
    }

    private Node divisor() {
        boolean before = tight;
        tight = true;
        Node node = signed();
        tight = before;
        return node;
    }

    /** What a sum sign sums: all factors that follow, but one only where it is tight. */
    Node terms() {
        if (!tight) {
            return product();
        }
        Node terms = power();
        tightSumEnd = cursor.position();
        return terms;
    }

    private void implicitAllowed(Token next) {
        Token previous = cursor.previous();
        if (next.kind() == Kind.NUMBER) {
            boolean afterNameOrGroup = previous.kind() == Kind.NAME || previous.is(")");
            boolean glued = next.text().startsWith(".") && previous.touches(next);
            if (!afterNameOrGroup || glued) {
                throw ExpressionException.of(
                        next.at(), "expression.two-numbers", cursor.slice(previous.at(), previous.end()), next.text());
            }
        }
        if (!cursor.vocabulary.isRich()) {
            throw ExpressionException.of(
                            next.at(),
                            "expression.product-not-written",
                            cursor.slice(previous.at(), previous.end()),
                            cursor.slice(next.at(), next.end()))
                    .offering(new Edit(previous.end(), next.at(), "*"));
        }
    }

    private ExpressionException ambiguousQuotient(int from, Token slash) {
        int at = cursor.peek().at();
        String numerator = cursor.slice(from, slash.at());
        String divisor = cursor.slice(slash.end(), at);
        power();
        String factor = cursor.slice(at, cursor.previous().end());
        return ambiguous(
                at,
                from,
                cursor.slice(from, cursor.previous().end()),
                numerator + "/(" + divisor + "*" + factor + ")",
                "(" + numerator + "/" + divisor + ")*" + factor);
    }

    private ExpressionException ambiguousSum(int from, Token slash) {
        int at = cursor.peek().at();
        String numerator = cursor.slice(from, slash.at());
        String sum = cursor.slice(slash.end(), at);
        Token sign = cursor.peek();
        if (sign.kind() == Kind.SYMBOL && productOperator(sign) != null) {
            cursor.take();
        }
        signed();
        String more = cursor.slice(at, cursor.previous().end());
        String written = sign.kind() == Kind.SYMBOL && productOperator(sign) != null ? more : "*" + more;
        return ambiguous(
                at,
                from,
                cursor.slice(from, cursor.previous().end()),
                numerator + "/(" + sum + written + ")",
                "(" + numerator + "/" + sum + ")" + written);
    }

    private ExpressionException ambiguousPower(int from) {
        int at = cursor.peek().at();
        String power = cursor.slice(from, at);
        power();
        String factor = cursor.slice(at, cursor.previous().end());
        int caret = power.lastIndexOf('^');
        String base = power.substring(0, Math.max(0, caret));
        return ambiguous(
                at,
                from,
                cursor.slice(from, cursor.previous().end()),
                base + "^(" + power.substring(caret + 1) + "*" + factor + ")",
                power + "*" + factor);
    }

    /** A text from one place on that can be read in two ways, with both spelt out. */
    static ExpressionException ambiguous(int at, int from, String text, String first, String second) {
        int to = from + text.length();
        return ExpressionException.of(at, "expression.ambiguous", text, first, second)
                .offering(new Edit(from, to, first), new Edit(from, to, second));
    }

    private Node signed() {
        Token sign = cursor.peek();
        if (!sign.is("-") && !sign.is("+")) {
            return power();
        }
        cursor.take();
        cursor.enter();
        cursor.operation(sign.at());
        Node operand = signed();
        cursor.leave();
        return sign.is("+") ? operand : new NegationNode(sign.at(), false, operand);
    }

    /** An operand with its power; powers go from right to left. */
    Node power() {
        Node base = operands.operand();
        Token caret = cursor.peek();
        if (!caret.is("^") && !caret.is(".^") && !caret.is("**")) {
            return base;
        }
        cursor.take();
        cursor.enter();
        cursor.operation(caret.at());
        Operator operator = caret.is("^") ? Operator.POWER : Operator.ELEMENT_POWER;
        Rules rules = cursor.rules();
        Node node = new OperationNode(caret.at(), operator, base, exponent(), cursor.site(), rules);
        cursor.leave();
        return node;
    }

    private Node exponent() {
        boolean before = tight;
        tight = true;
        Node exponent = tightExponent();
        tight = before;
        return exponent;
    }

    private Node tightExponent() {
        Token sign = cursor.peek();
        if (sign.is("-") || sign.is("+")) {
            cursor.take();
            cursor.enter();
            cursor.operation(sign.at());
            Node exponent = tightExponent();
            cursor.leave();
            return sign.is("+") ? exponent : new NegationNode(sign.at(), false, exponent);
        }
        Node exponent = sign.is("{") ? operands.group("{", "}") : power();
        if (!operands.endsWithGroup(sign)) {
            bareExponentEnd = cursor.position();
        }
        return exponent;
    }

    /** A fault at a token that cannot stand where it stands. */
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
