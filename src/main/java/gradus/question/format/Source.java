package gradus.question.format;

import gradus.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The text of an expression and where each piece of it stands in its file.
 *
 * <p>Nested lists of YAML are the expression {@code [[a, b], [c, d]]} of their scalars.
 */
public final class Source {
    private final Node node;
    private final String text;
    private final List<Piece> pieces;

    /** A scalar whose text begins at this offset of the expression. */
    private record Piece(int from, ScalarNode scalar) {}

    private Source(Node node, String text, List<Piece> pieces) {
        this.node = node;
        this.text = text;
        this.pieces = pieces;
    }

    static Source of(Node node) {
        StringBuilder text = new StringBuilder();
        List<Piece> pieces = new ArrayList<>();
        write(node, text, pieces);
        return new Source(node, text.toString(), pieces);
    }

    /** Options' ids as an expression: {@code "a"} of {@code a}, {@code seq("a", "b")} of a list; other scalars stay expressions. */
    public static Source ofOptions(Node node, Set<String> ids) {
        StringBuilder text = new StringBuilder();
        List<Piece> pieces = new ArrayList<>();
        writeOptions(node, ids, text, pieces);
        return new Source(node, text.toString(), pieces);
    }

    private static void writeOptions(Node node, Set<String> ids, StringBuilder text, List<Piece> pieces) {
        if (node instanceof SequenceNode list) {
            text.append("seq(");
            for (int i = 0; i < list.getValue().size(); i++) {
                text.append(i == 0 ? "" : ", ");
                writeOptions(list.getValue().get(i), ids, text, pieces);
            }
            text.append(')');
        } else if (node instanceof ScalarNode scalar) {
            boolean id = ids.contains(scalar.getValue());
            pieces.add(new Piece(text.length() + (id ? 1 : 0), scalar));
            text.append(id ? "\"" + scalar.getValue() + "\"" : scalar.getValue());
        }
    }

    private static void write(Node node, StringBuilder text, List<Piece> pieces) {
        if (node instanceof ScalarNode scalar) {
            pieces.add(new Piece(text.length(), scalar));
            text.append(scalar.getValue());
        } else if (node instanceof SequenceNode list) {
            text.append('[');
            for (int i = 0; i < list.getValue().size(); i++) {
                text.append(i == 0 ? "" : ", ");
                write(list.getValue().get(i), text, pieces);
            }
            text.append(']');
        }
    }

    /** An expression: a scalar, or nested lists of scalars. */
    public static Format<Source> format() {
        return new Format<>() {
            @Override
            public @Nullable Source read(Node node, Problems problems) {
                if (!suits(node)) {
                    return Formats.string().<Source>map(never -> of(node)).read(node, problems);
                }
                return of(node);
            }

            @Override
            public Map<String, Object> schema() {
                return Map.of("$ref", "#/$defs/expression");
            }

            @Override
            public boolean suits(Node node) {
                return node instanceof SequenceNode list
                        ? list.getValue().stream().allMatch(this::suits)
                        : Formats.string().suits(node);
            }

            @Override
            public Message expected() {
                return Message.of("question.expected-expression");
            }
        };
    }

    /** JSON Schema of an expression, under {@code $defs}. */
    public static Map<String, Object> schema() {
        return Map.of(
                "description",
                "An expression, or a number, or nested lists of expressions and numbers",
                "anyOf",
                List.of(
                        Map.of("type", List.of("string", "number", "boolean")),
                        Map.of("type", "array", "items", Map.of("$ref", "#/$defs/expression"))));
    }

    public String text() {
        return text;
    }

    public Node node() {
        return node;
    }

    /** Adds a problem with the character at this offset, as exactly as the style of its scalar lets its place be told. */
    public void report(int offset, Message message, Problems problems) {
        Piece piece = null;
        for (Piece candidate : pieces) {
            if (piece == null || candidate.from() <= offset) {
                piece = candidate;
            }
        }
        if (piece == null) {
            problems.add(node, message);
        } else {
            report(piece.scalar(), offset - piece.from(), message, problems);
        }
    }

    /** Adds a problem with a character of a scalar: exact on one line without escapes and in a literal block, else its start. */
    public static void report(ScalarNode scalar, int offset, Message message, Problems problems) {
        Mark from = scalar.getStartMark().orElse(null);
        Mark to = scalar.getEndMark().orElse(null);
        String value = scalar.getValue();
        if (from == null || to == null || offset < 0 || offset > value.length()) {
            problems.add(scalar, message);
        } else if (scalar.getScalarStyle() == ScalarStyle.LITERAL) {
            int lineStart = value.lastIndexOf('\n', offset - 1) + 1;
            int lineEnd = value.indexOf('\n', lineStart);
            int length = (lineEnd < 0 ? value.length() : lineEnd) - lineStart;
            int line = from.getLine()
                    + 1
                    + (int) value.substring(0, lineStart).lines().count();
            int indent = Math.max(0, problems.line(line).length() - length);
            problems.add(line, indent + offset - lineStart, message);
        } else {
            int quote = scalar.isPlain() ? 0 : 1;
            int width = to.getColumn() - from.getColumn() - 2 * quote;
            boolean asWritten = from.getLine() == to.getLine() && width == value.codePointCount(0, value.length());
            int along = asWritten ? quote + value.codePointCount(0, offset) : 0;
            problems.add(from.getLine(), from.getColumn() + along, message);
        }
    }
}
