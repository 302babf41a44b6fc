package gradus.expression.read;

import gradus.expression.node.ExampleNode;
import gradus.expression.node.NameNode;
import gradus.expression.node.Node;
import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.ExpressionException.Edit;
import gradus.expression.value.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads names with indices that the sums around them bind: {@code o_d}, {@code W_{ij}}, {@code x^{(d)}}, {@code x_j^{(d)}}. */
final class Subscripts {
    private final Cursor cursor;

    Subscripts(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Whether a word is a declared name with bound indices below it. */
    static boolean isPlace(String word, Vocabulary vocabulary, List<String> bound) {
        String name = Names.fold(word);
        int cut = name.lastIndexOf('_');
        return cut > 0
                && vocabulary.declares(vocabulary.settled(name.substring(0, cut)))
                && split(name.substring(cut + 1), bound) != null;
    }

    /** The declared name with indices that a word, already taken, stands for; null if it stands for none. */
    @Nullable
    Node place(Token token) {
        if (cursor.bound.isEmpty()) {
            return null;
        }
        String name = Names.fold(token.text());
        int cut = name.lastIndexOf('_');
        String base = cut > 0 ? cursor.vocabulary.settled(name.substring(0, cut)) : "";
        if (!cursor.vocabulary.declares(base)) {
            return null;
        }
        String below = name.substring(cut + 1);
        List<String> cells = below.isEmpty() ? braced() : split(below, cursor.bound);
        return cells == null ? null : raised(cursor.name(token.at(), base), cells);
    }

    /** A declared name, already read, with the indices that follow it. */
    Node behind(NameNode name) {
        if (cursor.bound.isEmpty()) {
            return name;
        }
        Token next = cursor.peek();
        if (next.kind() == Kind.NAME && next.text().startsWith("_")) {
            cursor.take();
            String below = next.text().substring(1);
            List<String> cells = below.isEmpty() ? braced() : split(below, cursor.bound);
            if (cells == null) {
                throw ExpressionException.of(next.at(), "expression.unexpected", next.text());
            }
            return raised(name, cells);
        }
        return raised(name, List.of());
    }

    /** {@code x[d]} and {@code W[i, j]} with bound indices; null if the brackets hold anything else. */
    @Nullable
    Node indexed(Node target) {
        if (!(target instanceof NameNode name) || cursor.bound.isEmpty()) {
            return null;
        }
        boolean one = cursor.peek(2).is("]") && isBound(cursor.peek(1));
        boolean two =
                cursor.peek(2).is(",") && cursor.peek(4).is("]") && isBound(cursor.peek(1)) && isBound(cursor.peek(3));
        if (!one && !two) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < (one ? 3 : 5); i++) {
            Token token = cursor.take();
            if (token.kind() == Kind.NAME) {
                cells.add(token.text());
            }
        }
        return place(name, cells, null);
    }

    private boolean isBound(Token token) {
        return token.kind() == Kind.NAME && cursor.bound.contains(token.text());
    }

    private @Nullable List<String> braced() {
        Token open = cursor.peek();
        if (!open.is("{")) {
            return null;
        }
        cursor.take();
        List<String> cells = new ArrayList<>();
        do {
            Token index = cursor.take();
            List<String> more = index.kind() == Kind.NAME ? split(index.text(), cursor.bound) : null;
            if (more == null) {
                throw ExpressionException.of(index.at(), "expression.index-bounds");
            }
            cells.addAll(more);
        } while (cursor.accept(","));
        cursor.expect("}", open);
        return cells;
    }

    /** The one or two bound indices in a subscript; null if it holds anything else. */
    private static @Nullable List<String> split(String below, List<String> bound) {
        if (bound.contains(below)) {
            return List.of(below);
        }
        List<String> cells = new ArrayList<>();
        for (char c : below.toCharArray()) {
            if (!bound.contains(String.valueOf(c))) {
                return null;
            }
            cells.add(String.valueOf(c));
        }
        return cells.size() == 2 ? cells : null;
    }

    /** The name with the raised index of an example in parentheses, if one follows. */
    private Node raised(NameNode name, List<String> cells) {
        if (cursor.peek().kind() == Kind.SUPERSCRIPT) {
            String text = cursor.peek().text();
            String index = text.length() > 2 && text.startsWith("(") ? text.substring(1, text.length() - 1) : "";
            if (cursor.bound.contains(index)) {
                cursor.take();
                return below(name, cells, index);
            }
        }
        boolean braced = cursor.peek(1).is("{");
        int open = braced ? 2 : 1;
        if (cursor.peek().is("^")
                && cursor.peek(open).is("(")
                && isBound(cursor.peek(open + 1))
                && cursor.peek(open + 2).is(")")) {
            String index = cursor.peek(open + 1).text();
            for (int i = 0; i < open + 3; i++) {
                cursor.take();
            }
            if (braced) {
                cursor.expect("}", cursor.previous());
            }
            return below(name, cells, index);
        }
        return cells.isEmpty() ? name : place(name, cells, null);
    }

    private Node below(NameNode name, List<String> cells, String example) {
        Token next = cursor.peek();
        if (cells.isEmpty() && next.kind() == Kind.NAME && next.text().startsWith("_")) {
            List<String> further = split(next.text().substring(1), cursor.bound);
            if (further != null) {
                cursor.take();
                return place(name, further, example);
            }
        }
        return place(name, cells, example);
    }

    /** The example of a name that a bound index selects. */
    Node example(NameNode name, String index) {
        return place(name, List.of(), index);
    }

    private Node place(NameNode name, List<String> cells, @Nullable String example) {
        if (cells.size() + (example == null ? 0 : 1) > 2) {
            throw ExpressionException.of(name.at(), "expression.index-of-vector", name.name());
        }
        return new ExampleNode(name.at(), name, List.copyOf(cells), example, cursor.vocabulary.examples());
    }

    /** The message about a declared name with an index that nothing binds; null if the word is no such name. */
    @Nullable
    ExpressionException unbound(Token token) {
        String name = Names.fold(token.text());
        int cut = name.lastIndexOf('_');
        String base = cut > 0 ? cursor.vocabulary.settled(name.substring(0, cut)) : "";
        boolean letters =
                name.length() - cut <= 3 && name.substring(cut + 1).chars().allMatch(Character::isLowerCase);
        if (!letters || !cursor.vocabulary.declares(base)) {
            return null;
        }
        ExpressionException fault = ExpressionException.of(
                token.at(), "expression.index-unbound", cursor.slice(token.at(), token.end()), base);
        Edit whole = new Edit(token.at(), token.end(), base);
        Token sum = cursor.sumWithoutIndex();
        return sum == null
                ? fault.offering(whole)
                : fault.offering(Edit.mark(sum.end(), "_" + name.substring(cut + 1)), whole);
    }
}
