package gradus.expression.read;

import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import gradus.expression.node.TransposeNode;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.Names;
import org.jspecify.annotations.Nullable;

/**
 * Names of layers: {@code W[1]}, {@code W^[1]}, {@code W^{[1]T}}, {@code W^{(1)}} and {@code A⁽²⁾} as W1 and A2 where
 * those are declared.
 */
final class Layers {
    private final Cursor cursor;
    private final Vocabulary vocabulary;
    private final TransposeMark mark;
    private final Subscripts subscripts;

    Layers(Cursor cursor, Subscripts subscripts) {
        this.cursor = cursor;
        this.vocabulary = cursor.vocabulary;
        this.mark = new TransposeMark(cursor);
        this.subscripts = subscripts;
    }

    @Nullable
    Node layer(String name, Token token) {
        if (cursor.peek().kind() == Kind.SUPERSCRIPT) {
            return raised(name, token);
        }
        boolean caret = cursor.peek().is("^");
        boolean braced = caret && cursor.peek(1).is("{");
        int bracket = caret ? (braced ? 2 : 1) : 0;
        boolean round = caret && cursor.peek(bracket).is("(");
        boolean layered = (round || cursor.peek(bracket).is("["))
                && cursor.peek(bracket + 1).kind() == Kind.NUMBER
                && cursor.peek(bracket + 2).is(round ? ")" : "]");
        if (!layered) {
            return null;
        }
        String layer = declared(name, cursor.peek(bracket + 1).text());
        boolean open = vocabulary.knows(layer) && !vocabulary.declares(layer);
        boolean meant = vocabulary.declares(layer) && (!round || braced || !vocabulary.declares(name));
        if (!meant && !(caret && open && !round)) {
            if (caret && !round && !vocabulary.declares(layer)) {
                throw unknown(layer, token);
            }
            return null;
        }
        for (int i = 0; i < bracket + 3; i++) {
            cursor.take();
        }
        return behind(cursor.name(token.at(), layer), caret, braced, token);
    }

    private String declared(String name, String number) {
        return vocabulary.settled(Names.fold(name + number));
    }

    /** {@code A⁽²⁾}, also with a power or letters behind it. */
    private @Nullable Node raised(String name, Token token) {
        String text = cursor.peek().text();
        int close = text.indexOf(')');
        if (!text.startsWith("(") || close < 2 || close != text.length() - 1) {
            return null;
        }
        String layer = declared(name, text.substring(1, close));
        if (!vocabulary.declares(layer)) {
            return null;
        }
        cursor.take();
        return subscripts.behind(cursor.name(token.at(), layer));
    }

    private Node behind(NameNode layer, boolean caret, boolean braced, Token token) {
        Node node = layer;
        boolean example = braced
                && cursor.peek().is("(")
                && cursor.bound.contains(cursor.peek(1).text());
        if (example) {
            Token index = cursor.peek(1);
            cursor.take();
            cursor.take();
            cursor.expect(")", index);
            cursor.expect("}", token);
            return subscripts.example(layer, index.text());
        }
        if (caret && mark.accept()) {
            node = new TransposeNode(cursor.previous().at(), node, null);
        }
        if (braced) {
            if (cursor.accept("'") || cursor.peek().is("^") && mark.acceptRaised()) {
                node = new TransposeNode(cursor.previous().at(), node, null);
            }
            cursor.expect("}", token);
        }
        return node == layer ? subscripts.behind(layer) : node;
    }

    /** The message about an unknown name. */
    ExpressionException unknown(String name, Token token) {
        String written = cursor.slice(token.at(), token.end());
        String nearest = vocabulary.nearest(name);
        String product = Pieces.asProduct(name, vocabulary, cursor.peek().is("("));
        String offer = product == null ? nearest : product;
        ExpressionException unbound = subscripts.unbound(token);
        if (unbound != null) {
            return unbound;
        }
        return offer == null
                ? ExpressionException.of(token.at(), "expression.unknown-name", written, vocabulary.allowed())
                : ExpressionException.of(
                                token.at(), "expression.unknown-name-near", written, offer, vocabulary.allowed())
                        .offering(new Edit(token.at(), token.end(), offer));
    }
}
