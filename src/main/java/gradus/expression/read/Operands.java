package gradus.expression.read;

import gradus.expression.node.IndexNode;
import gradus.expression.node.IndicatorNode;
import gradus.expression.node.ListNode;
import gradus.expression.node.NegationNode;
import gradus.expression.node.Node;
import gradus.expression.node.NumberNode;
import gradus.expression.node.OperationNode;
import gradus.expression.node.TextNode;
import gradus.expression.node.TransposeNode;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Operator;
import gradus.expression.value.TextValue;
import java.util.ArrayList;
import java.util.List;

/** Operands: numbers, groups, lists, bars, and what may stand behind them; names are read by {@link NameParser}. */
final class Operands {
    private final Cursor cursor;
    private final Parser parser;
    private final NameParser names;
    private final TransposeMark mark;

    /** The opener of the last group that was an operand by itself, and the token position after it. */
    private Token lastGroup = new Token(Kind.END, "", 0, 0);

    private int lastGroupEnd = -1;
    private int openNorms;

    Operands(Cursor cursor, Parser parser) {
        this.cursor = cursor;
        this.parser = parser;
        this.names = new NameParser(cursor, parser, this);
        this.mark = new TransposeMark(cursor);
    }

    /** Whether the coming token can begin a factor without a times sign before it. */
    boolean startsFactor() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case NUMBER, COMMAND -> true;
            case NAME ->
                !token.text().equals("and")
                        && !token.text().equals("or")
                        && !token.text().equals("not");
            case SYMBOL -> token.is("(") || token.is("√") || (token.is("‖") && openNorms == 0);
            default -> false;
        };
    }

    /** Whether what was just read is one group that this token opened. */
    boolean endsWithGroup(Token opener) {
        return lastGroupEnd == cursor.position() && lastGroup == opener;
    }

    /** An operand with its transposes, superscripts, indices and fields. */
    Node operand() {
        Node node = primary();
        while (true) {
            Token next = cursor.peek();
            if (next.kind() == Kind.SUPERSCRIPT) {
                node = superscript(node, cursor.take());
            } else if (next.is("'") || next.is("ᵀ")) {
                rich(next);
                cursor.operation(next.at());
                cursor.take();
                node = new TransposeNode(next.at(), node, null);
            } else if (next.is("^") && mark.acceptRaised()) {
                cursor.operation(next.at());
                boolean power = cursor.vocabulary.declares("T")
                        && cursor.previous().text().equals("T");
                node = new TransposeNode(next.at(), node, power ? cursor.name(next.at(), "T") : null);
            } else if (next.is("[")) {
                node = index(node);
            } else if (next.is(".") && cursor.peek(1).kind() == Kind.NAME && next.touches(cursor.peek(1))) {
                rich(next);
                cursor.operation(next.at());
                cursor.take();
                node = names.member(node, cursor.take());
            } else {
                return node;
            }
        }
    }

    private void rich(Token token) {
        if (!cursor.vocabulary.isRich()) {
            throw parser.unexpected(token);
        }
    }

    private Node superscript(Node base, Token token) {
        cursor.operation(token.at());
        String exponent = token.text();
        String unsigned = exponent.startsWith("-") ? exponent.substring(1) : exponent;
        Node power = unsigned.chars().allMatch(c -> c >= '0' && c <= '9') && !unsigned.isEmpty()
                ? Literals.number(new Token(Kind.NUMBER, unsigned, token.at(), token.end()))
                : names.plain(new Token(Kind.NAME, unsigned, token.at(), token.end()));
        Node signed = exponent.startsWith("-") ? new NegationNode(token.at(), false, power) : power;
        return new OperationNode(token.at(), Operator.POWER, base, signed, cursor.site());
    }

    private Node index(Node target) {
        Token open = cursor.peek();
        rich(open);
        if (target instanceof NumberNode) {
            throw parser.unexpected(open);
        }
        cursor.operation(open.at());
        cursor.take();
        return new IndexNode(open.at(), target, list("]", open));
    }

    /** Expressions separated by commas up to the closing mark, at least one. */
    List<Node> list(String close, Token open) {
        List<Node> items = new ArrayList<>();
        do {
            items.add(parser.expression());
        } while (cursor.accept(","));
        cursor.expect(close, open);
        return items;
    }

    private Node primary() {
        Token token = cursor.peek();
        switch (token.kind()) {
            case NUMBER:
                cursor.take();
                return token.text().equals("1")
                                && (cursor.peek().is("{") || cursor.peek().is("["))
                        ? indicator(token)
                        : Literals.number(token);
            case NAME:
                return names.name();
            case TEXT:
                if (!cursor.vocabulary.isAuthor()) {
                    throw parser.unexpected(token);
                }
                cursor.take();
                return new TextNode(token.at(), new TextValue(token.text()));
            case COMMAND:
                return command(cursor.take());
            case SYMBOL:
                return symbol(token);
            default:
                throw parser.unexpected(token);
        }
    }

    private Node symbol(Token token) {
        switch (token.text()) {
            case "(":
                return group("(", ")");
            case "[":
                rich(token);
                return list(cursor.take());
            case "√":
                cursor.take();
                return names.prefix(token, "sqrt");
            case "‖":
                cursor.take();
                return bars(token, "norm", "‖");
            case "|":
                boolean twice = cursor.peek(1).is("|") && token.touches(cursor.peek(1));
                return twice ? doubleBars() : bars(cursor.take(), "abs", "|");
            default:
                throw parser.unexpected(token);
        }
    }

    Node group(String open, String close) {
        Token opener = cursor.take();
        int norms = openNorms;
        openNorms = 0;
        Node inside = parser.expression();
        openNorms = norms;
        if (cursor.peek().is(",")) {
            throw names.unknownCall(opener);
        }
        cursor.expect(close, opener);
        lastGroup = opener;
        lastGroupEnd = cursor.position();
        return inside;
    }

    /** {@code 1{c}}: a condition as numbers. */
    private Node indicator(Token one) {
        Token open = cursor.peek();
        rich(open);
        parser.comparisonsAllowed(open);
        cursor.operation(open.at());
        cursor.take();
        Node condition = parser.expression();
        cursor.expect(open.is("{") ? "}" : "]", open);
        return new IndicatorNode(one.at(), condition);
    }

    /** A list; rows may be parted by semicolons. */
    private Node list(Token open) {
        List<Node> rows = new ArrayList<>();
        List<Node> row = new ArrayList<>();
        if (cursor.peek().is("]")) {
            throw ExpressionException.of(open.at(), "expression.empty-list");
        }
        do {
            row.add(parser.expression());
            if (cursor.peek().is(";")) {
                rows.add(new ListNode(open.at(), row));
                row = new ArrayList<>();
            }
        } while (cursor.accept(",") || cursor.accept(";"));
        cursor.expect("]", open);
        if (rows.isEmpty()) {
            return new ListNode(open.at(), row);
        }
        rows.add(new ListNode(open.at(), row));
        return new ListNode(open.at(), rows);
    }

    private Node bars(Token open, String function, String close) {
        openNorms += close.equals("‖") ? 1 : 0;
        Node inside = parser.expression();
        openNorms -= close.equals("‖") ? 1 : 0;
        cursor.expect(close, open);
        return names.call(function, open, List.of(inside));
    }

    /** {@code ||W||} is a norm; {@code ||x|-1|} is a bar within a bar. */
    private Node doubleBars() {
        int start = cursor.position();
        Token open = cursor.take();
        cursor.take();
        Node inside = parser.expression();
        Token close = cursor.peek();
        if (close.is("|") && cursor.peek(1).is("|") && close.touches(cursor.peek(1))) {
            cursor.take();
            cursor.take();
            return names.call("norm", open, List.of(inside));
        }
        cursor.reset(start);
        cursor.enter();
        Node outer = bars(cursor.take(), "abs", "|");
        cursor.leave();
        return outer;
    }

    private Node command(Token command) {
        if (command.text().equals("sqrt")) {
            return names.prefix(command, "sqrt");
        }
        Token open = cursor.peek();
        cursor.expect("{", open);
        Node above = parser.expression();
        cursor.expect("}", open);
        Token second = cursor.peek();
        cursor.expect("{", second);
        Node below = parser.expression();
        cursor.expect("}", second);
        cursor.operation(command.at());
        lastGroup = command;
        lastGroupEnd = cursor.position();
        return new OperationNode(command.at(), Operator.DIVIDE, above, below, -1);
    }
}
