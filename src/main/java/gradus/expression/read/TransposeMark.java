package gradus.expression.read;

import gradus.expression.read.Token.Kind;
import gradus.expression.value.Names;

/** The mark of a transpose, raised or after a bracket. */
final class TransposeMark {
    private final Cursor cursor;

    TransposeMark(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Takes {@code ^T}, {@code ^{T}} or {@code ^⊤}; the T may be written together with the next name. */
    boolean acceptRaised() {
        int start = cursor.position();
        cursor.take();
        boolean braced = cursor.accept("{");
        boolean mark = cursor.vocabulary.isRich() && accept();
        if (mark && braced && !cursor.peek().is("}")) {
            mark = false;
        }
        if (!mark) {
            cursor.reset(start);
            return false;
        }
        if (braced) {
            cursor.take();
        }
        return true;
    }

    /** Whether the layer written behind the coming token makes a word a declared name: {@code dZ^{[2]}}. */
    private boolean isLayer(String word) {
        int open = cursor.peek(1).is("^") ? cursor.peek(2).is("{") ? 3 : 2 : 1;
        boolean bracket =
                cursor.peek(open).is("[") || open > 1 && cursor.peek(open).is("(");
        return bracket
                && cursor.vocabulary.declares(
                        Names.fold(word + cursor.peek(open + 1).text()));
    }

    /** Takes a transpose mark if one comes next. */
    boolean accept() {
        Token token = cursor.peek();
        if (token.is("⊤") || token.is("ᵀ")) {
            cursor.take();
            return true;
        }
        if (token.kind() != Kind.NAME || !token.text().startsWith("T")) {
            return false;
        }
        if (token.text().length() > 1) {
            String rest = Names.fold(token.text().substring(1));
            boolean sticks = !cursor.vocabulary.declares(Names.fold(token.text()))
                    && (cursor.vocabulary.declares(rest)
                            || isLayer(rest)
                            || cursor.isLatex() && Pieces.letters(rest, cursor.vocabulary, cursor.bound) != null
                            || cursor.vocabulary.library().isFunction(rest));
            if (!sticks) {
                return false;
            }
            cursor.split(1);
        }
        cursor.take();
        return true;
    }
}
