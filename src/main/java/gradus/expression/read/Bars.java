package gradus.expression.read;

import gradus.expression.node.Node;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.Names;
import java.util.List;
import java.util.regex.Pattern;

/** Bars: {@code |x|} the size of a number, {@code ‖W‖} and {@code ||W||} a norm, with the index that may stand below it. */
final class Bars {
    private static final Pattern SIZE = Pattern.compile("[\\\\₩](left|right)");

    private final Cursor cursor;
    private final Parser parser;
    private final NameParser names;
    private final Norms norms;
    private int openSingles;
    private int openNorms;

    Bars(Cursor cursor, Parser parser, NameParser names) {
        this.cursor = cursor;
        this.parser = parser;
        this.names = names;
        this.norms = new Norms(cursor, names);
    }

    /** Whether a bar after a factor opens a new pair, because there is none here that it could close. */
    boolean opensFactor(Token token) {
        return (token.is("‖") && openNorms == 0)
                || (token.is("|") && openSingles == 0 && cursor.vocabulary.allowsMark("|"));
    }

    /** Hides bars that were opened outside a bracket from the inside of that bracket. */
    Node inside() {
        int singles = openSingles;
        int norms = openNorms;
        openSingles = 0;
        openNorms = 0;
        Node inside = parser.expression();
        openSingles = singles;
        openNorms = norms;
        return inside;
    }

    Node read(Token open) {
        if (open.is("‖")) {
            cursor.take();
            openNorms++;
            Node inside = parser.expression();
            openNorms--;
            cursor.expect("‖", open);
            return norm(inside, open);
        }
        boolean twice = cursor.peek(1).is("|") && isSideBySide(open, cursor.peek(1));
        return twice ? doubled() : single(cursor.take());
    }

    /** Whether only LaTeX's size commands stand between two bars: {@code \left|\left|}. */
    private boolean isSideBySide(Token first, Token second) {
        return first.touches(second)
                || SIZE.matcher(cursor.slice(first.end(), second.at())).matches();
    }

    private Node single(Token open) {
        openSingles++;
        Node inside = parser.expression();
        openSingles--;
        cursor.expect("|", open);
        Token below = cursor.peek();
        boolean norm = below.kind() == Kind.NAME
                && below.text().startsWith("_")
                && cursor.previous().touches(below);
        return norm ? norm(inside, open) : names.marked("|", open, List.of(inside));
    }

    /** {@code ||W||} is a norm; {@code ||x|-1|} is a bar within a bar. */
    private Node doubled() {
        int start = cursor.position();
        Token open = cursor.take();
        cursor.take();
        openSingles += 2;
        Node inside = parser.expression();
        openSingles -= 2;
        Token close = cursor.peek();
        if (close.is("|") && cursor.peek(1).is("|") && isSideBySide(close, cursor.peek(1))) {
            cursor.take();
            cursor.take();
            return norm(inside, open);
        }
        cursor.reset(start);
        cursor.enter();
        Node outer = single(cursor.take());
        cursor.leave();
        return outer;
    }

    /** The norm with the index below its closing bar, which may lack its mark: {@code ‖w‖∞}. */
    Node norm(Node inside, Token open) {
        Token below = cursor.peek();
        boolean subscript = below.kind() == Kind.NAME
                && (below.text().startsWith("_")
                        || below.text().equals("∞")
                        || Letters.isSubscript(below.text().charAt(0)))
                && cursor.previous().touches(below);
        if (!subscript) {
            return names.marked("‖", open, List.of(inside));
        }
        cursor.take();
        String kind = Names.fold(below.text()).replace("_", "");
        if (kind.isEmpty() && cursor.peek().is("{")) {
            Token brace = cursor.take();
            kind = cursor.take().text();
            cursor.expect("}", brace);
        } else if (kind.isEmpty()) {
            kind = cursor.take().text();
        }
        return norms.of(kind, inside, open, below);
    }
}
