package gradus.expression.read;

import gradus.expression.function.LibraryFunction;
import gradus.expression.function.Spellings.Use;
import gradus.expression.node.FieldNode;
import gradus.expression.node.IndexNode;
import gradus.expression.node.Node;
import gradus.expression.node.Rules;
import gradus.expression.node.TransposeNode;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Names;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows a point: a field of a record, {@code .T}, a method of NumPy, or what arrays say of themselves. */
final class Members {
    private static final Set<String> TRANSPOSED = Set.of("T", "mT");

    private final Cursor cursor;
    private final ArrayCalls arrays;
    private final NameParser names;

    Members(Cursor cursor, ArrayCalls arrays, NameParser names) {
        this.cursor = cursor;
        this.arrays = arrays;
        this.names = names;
    }

    Node of(Node target, Token word) {
        if (TRANSPOSED.contains(word.text()) && !cursor.peek().is("(")) {
            return new TransposeNode(
                    word.at(), target, null, cursor.rules() == Rules.ARRAYS ? Rules.ARRAYS : Rules.PAPER);
        }
        if (cursor.peek().is("(") && ArrayCalls.isMethod(word.text(), cursor.vocabulary.library())) {
            return arrays.method(target, word);
        }
        if (word.text().equals("values") && cursor.dialect() == Dialect.ARRAYS) {
            return target;
        }
        Node said = cursor.vocabulary.isAuthor() ? null : attribute(target, word);
        return said == null ? new FieldNode(word.at(), target, Names.fold(word.text())) : said;
    }

    /** {@code x.size} and {@code x.shape[0]}, whose axes count from 0; null if the word says nothing of arrays. */
    private @Nullable Node attribute(Node target, Token word) {
        LibraryFunction function = cursor.vocabulary.library().named(word.text());
        if (function == null || !function.isUsed(Use.ATTRIBUTE)) {
            return null;
        }
        Node value = names.call(function, word, List.of(target));
        if (!cursor.peek().is("[")) {
            return value;
        }
        Token open = cursor.take();
        Token axis = cursor.take();
        if (!axis.text().matches("\\d")) {
            throw ExpressionException.of(axis.at(), "expression.unexpected", cursor.shown(axis));
        }
        cursor.expect("]", open);
        String fromOne = Integer.toString(Integer.parseInt(axis.text()) + 1);
        Token place = new Token(Kind.NUMBER, fromOne, axis.at(), axis.end());
        return new IndexNode(open.at(), value, List.of(Literals.number(place)));
    }
}
