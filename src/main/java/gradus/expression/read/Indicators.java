package gradus.expression.read;

import gradus.expression.node.IndicatorNode;
import gradus.expression.node.Node;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ComparisonOperator;

/** Conditions as numbers: {@code 1{z > 0}}, {@code 1_{z > 0}}, and {@code 1(z > 0)} in a response. */
final class Indicators {
    private final Cursor cursor;
    private final Parser parser;

    Indicators(Cursor cursor, Parser parser) {
        this.cursor = cursor;
        this.parser = parser;
    }

    /** Whether a number, already taken, is a 1 before a condition in braces, brackets or parentheses. */
    boolean isOpenedBy(Token one) {
        if (!one.text().equals("1")) {
            return false;
        }
        Token next = cursor.peek();
        return next.is("{")
                || next.is("[")
                || next.isName("_") && cursor.peek(1).is("{")
                || next.is("(") && !cursor.vocabulary.isAuthor() && holdsComparison();
    }

    /** Whether the coming parentheses hold a comparison outside any call: {@code 1(z > 0)}. */
    private boolean holdsComparison() {
        int depth = 0;
        for (int i = 0; cursor.peek(i).kind() != Kind.END; i++) {
            Token token = cursor.peek(i);
            depth += token.deeper();
            if (depth == 0) {
                return false;
            }
            if (depth == 1 && token.kind() == Kind.SYMBOL && ComparisonOperator.of(token.text()) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether the coming group is all that the braces hold: {@code 1{[z > 0]}}, but not {@code 1{[1, 2] > z}}. */
    private boolean endsWith(Token open) {
        int depth = 0;
        for (int i = 0; cursor.peek(i).kind() != Kind.END; i++) {
            Token token = cursor.peek(i);
            depth += token.deeper();
            if (depth == 0) {
                return cursor.peek(i + 1).is(CallParser.closing(open));
            }
        }
        return false;
    }

    /** {@code 1{c}}, {@code 1_{c}}: a condition as numbers. */
    Node read(Token one) {
        if (cursor.peek().isName("_")) {
            cursor.take();
        }
        Token open = cursor.peek();
        if (!cursor.vocabulary.isRich()) {
            throw parser.unexpected(open);
        }
        parser.comparisonsAllowed(open);
        cursor.operation(open.at());
        cursor.take();
        Token second = cursor.peek();
        boolean doubled = (second.is("{") || second.is("[")) && endsWith(open);
        if (doubled) {
            cursor.take();
        }
        Node condition = parser.expression();
        if (doubled) {
            cursor.expect(CallParser.closing(second), second);
        }
        cursor.expect(CallParser.closing(open), open);
        return new IndicatorNode(one.at(), condition);
    }
}
