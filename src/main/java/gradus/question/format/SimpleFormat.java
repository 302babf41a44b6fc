package gradus.question.format;

import gradus.message.Message;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A format of one kind of node. */
record SimpleFormat<T>(Kind kind, Message expected, Map<String, Object> schema, Reader<T> reader) implements Format<T> {
    enum Kind {
        SCALAR,
        LIST,
        MAP
    }

    interface Reader<T> {
        @Nullable
        T read(Node node, Problems problems);
    }

    @Override
    public @Nullable T read(Node node, Problems problems) {
        if (!suits(node)) {
            problems.add(node, Message.of("question.wrong-kind", expected, found(node)));
            return null;
        }
        return reader.read(node, problems);
    }

    @Override
    public boolean suits(Node node) {
        return switch (kind) {
            case SCALAR -> node instanceof ScalarNode && !isNull(node);
            case LIST -> node instanceof SequenceNode;
            case MAP -> node instanceof MappingNode;
        };
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** What a node is, in words: "a list". */
    static Message found(Node node) {
        if (node instanceof SequenceNode) {
            return Message.of("question.found-list");
        }
        if (node instanceof MappingNode) {
            return Message.of("question.found-map");
        }
        String value = ((ScalarNode) node).getValue();
        return isNull(node)
                ? Message.of("question.found-nothing")
                : Message.of("question.found-scalar", value.length() > 40 ? value.substring(0, 40) + "…" : value);
    }
}
