package gradus.expression.read;

import gradus.expression.node.IndexNode;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads operands: numbers, groups, lists, bars and what may follow them; names are read by {@link NameParser}. */
final class Operands {
    private static final Set<String> LOGIC = Set.of("and", "or", "not");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "if", "else");

    private final Cursor cursor;
    private final Parser parser;
    private final NameParser names;
    private final TransposeMark mark;
    private final Bars bars;
    private final Structures structures;
    private final Subscripts subscripts;
    private final Indicators indicators;
    final SumSign sums;

    /** The opening mark of the last group that was a whole operand, and the token position after the group. */
    private Token lastGroup = new Token(Kind.END, "", 0, 0);

    private int lastGroupEnd = -1;

    Operands(Cursor cursor, Parser parser) {
        this.cursor = cursor;
        this.parser = parser;
        this.names = new NameParser(cursor, parser, this);
        this.mark = new TransposeMark(cursor);
        this.bars = new Bars(cursor, parser, names);
        this.structures = new Structures(cursor, parser, names);
        this.subscripts = new Subscripts(cursor);
        this.indicators = new Indicators(cursor, parser);
        this.sums = new SumSign(cursor, parser);
    }

    /** Whether the coming token can begin a factor without a times sign before it. */
    boolean startsFactor() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case NUMBER -> true;
            case COMMAND -> !token.text().equals("endcases");
            case NAME -> !WORDS.contains(token.text()) && !token.text().startsWith("_") || isPythonName(token);
            case SYMBOL ->
                token.is("(")
                        || token.is("√")
                        || token.is("⌊")
                        || token.is("⌈")
                        || token.is("{") && cursor.vocabulary.isRich()
                        || token.is("[") && cursor.vocabulary.isRich() && !cursor.vocabulary.isAuthor()
                        || bars.opensFactor(token);
            default -> false;
        };
    }

    /** Whether the coming word is Python's {@code if} or {@code else} rather than a declared name. */
    private boolean isPythonName(Token token) {
        return cursor.vocabulary.declares(token.text()) && !LOGIC.contains(token.text());
    }

    /** Whether the operand just read is a group opened by this token. */
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
                Node indexed = subscripts.indexed(node);
                indexed = indexed == null ? index(node) : indexed;
                if (indexed == null) {
                    return node;
                }
                node = indexed;
            } else if (next.is(".")
                    && !(node instanceof NumberNode)
                    && cursor.peek(1).kind() == Kind.NAME
                    && next.touches(cursor.peek(1))) {
                rich(next);
                cursor.operation(next.at());
                cursor.take();
                node = names.members.of(node, cursor.take());
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
        boolean digits = unsigned.chars().allMatch(c -> c >= '0' && c <= '9') && !unsigned.isEmpty();
        Node power;
        if (digits) {
            power = Literals.number(new Token(Kind.NUMBER, unsigned, token.at(), token.end()));
            power = exponent.startsWith("-") ? new NegationNode(token.at(), false, power) : power;
        } else {
            rich(token);
            cursor.open(token);
            power = parser.expression();
            cursor.expect("}", token);
        }
        return new OperationNode(token.at(), Operator.POWER, base, power, cursor.site(), cursor.rules());
    }

    /** An index in brackets; null if the brackets group a factor, as they may in a response: {@code α[o - t]}. */
    private @Nullable Node index(Node target) {
        Token open = cursor.peek();
        rich(open);
        if (!cursor.vocabulary.isAuthor() && !isIndex()) {
            return null;
        }
        if (target instanceof NumberNode) {
            throw parser.unexpected(open);
        }
        cursor.operation(open.at());
        cursor.take();
        return new IndexNode(open.at(), target, list("]", open));
    }

    /** Whether the coming brackets hold only numbers, signs, commas and colons, as an index does. */
    private boolean isIndex() {
        for (int i = 1; ; i++) {
            Token token = cursor.peek(i);
            if (token.is("]")) {
                return true;
            }
            boolean part = token.kind() == Kind.NUMBER || token.is("-") || token.is(",") || token.is(":");
            if (!part) {
                return token.is(",");
            }
        }
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
                return indicators.isOpenedBy(token) ? indicators.read(token) : Literals.number(token);
            case NAME:
                return sums.stands() ? sums.read() : names.name();
            case TEXT:
                if (!cursor.vocabulary.isAuthor()) {
                    throw parser.unexpected(token);
                }
                cursor.take();
                return new TextNode(token.at(), new TextValue(token.text()));
            case COMMAND:
                return structures.read(cursor.take());
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
            case "{":
                rich(token);
                return names.isBraced() ? bracedCall() : group("{", "}");
            case "[":
                rich(token);
                return isFactor() ? group("[", "]") : list(cursor.take());
            case "√":
                cursor.take();
                return names.prefix(token, cursor.vocabulary.library().written("√"));
            case "‖", "|":
                return bars.read(token);
            case "⌊":
                return floor(token, group("⌊", "⌋"));
            case "⌈":
                return names.marked("⌈", token, List.of(group("⌈", "⌉")));
            default:
                throw parser.unexpected(token);
        }
    }

    /** A norm whose inside is read, with the index that may follow: <code>\norm{w}_1</code>. */
    Node norm(Node inside, Token sign) {
        return bars.norm(inside, sign);
    }

    /** The greatest whole number that is not above a value. */
    Node floor(Token sign, Node value) {
        return names.marked("⌊", sign, List.of(value));
    }

    private Node bracedCall() {
        cursor.unbrace();
        return names.name();
    }

    Node group(String open, String close) {
        Token opener = cursor.take();
        Node inside = bars.inside();
        if (cursor.peek().is(",")) {
            throw names.unknownCall(opener);
        }
        cursor.expect(close, opener);
        lastGroup = opener;
        lastGroupEnd = cursor.position();
        return inside;
    }

    /** Whether brackets follow a factor, so that they can only group. */
    private boolean isFactor() {
        if (cursor.vocabulary.isAuthor() || cursor.position() == 0) {
            return false;
        }
        Token before = cursor.previous();
        return before.kind() == Kind.NUMBER
                || before.kind() == Kind.NAME
                || before.kind() == Kind.SUPERSCRIPT
                || before.is(")")
                || before.is("]")
                || before.is("}");
    }

    /** A list, whose rows may be separated by semicolons. */
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
}
