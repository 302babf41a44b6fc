package gradus.expression.read;

import gradus.expression.node.Node;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.message.Message;
import java.util.List;
import java.util.Set;

/** The norms that an index below the bars, or an argument of a call, tells apart: {@code ‖w‖_1}, {@code norm(w, np.inf)}. */
final class Norms {
    private static final Template SUM = new Template("sum(abs(x))");
    private static final Template LARGEST = new Template("max(abs(x))");
    private static final Set<String> KINDS = Set.of("ord", "p");

    private final Cursor cursor;
    private final NameParser names;

    Norms(Cursor cursor, NameParser names) {
        this.cursor = cursor;
        this.names = names;
    }

    /** The norm of a kind: F and 2 give the root of the sum of squares, 1 the sum of absolute values, ∞ the largest of them. */
    Node of(String kind, Node inside, Token sign, Token below) {
        switch (kind) {
            case "2":
                cursor.notes.add(Message.of("expression.note-norm"));
                return names.marked("‖", sign, List.of(inside));
            case "F", "fro", "Fro", "None":
                return names.marked("‖", sign, List.of(inside));
            case "1":
                return SUM.with(List.of(inside), sign, names, cursor);
            case "inf", "Inf", "infinity", "∞":
                return LARGEST.with(List.of(inside), sign, names, cursor);
            default:
                throw ExpressionException.of(below.at(), "expression.unknown-norm", kind);
        }
    }

    /** What may stand behind the value in a call: {@code , 1}, {@code , ord=np.inf}, {@code , float("inf")}, {@code , 'fro'}. */
    Node called(Node inside, Token word) {
        if (cursor.peek(1).is("=") && KINDS.contains(cursor.peek().text())) {
            cursor.take();
            cursor.take();
        }
        Token first = cursor.peek();
        String kind = "";
        int depth = 0;
        while (cursor.peek().kind() != Kind.END
                && (depth > 0 || !cursor.peek().is(")") && !cursor.peek().is(","))) {
            Token token = cursor.take();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean says = token.kind() == Kind.NAME || token.kind() == Kind.NUMBER || token.kind() == Kind.TEXT;
            kind = says ? token.text() : kind;
        }
        return of(kind, inside, word, first);
    }
}
