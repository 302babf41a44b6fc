package gradus.question.format;

import gradus.message.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What a map in a file says, field by field. */
public final class Fields {
    private final MappingNode node;
    private final Map<Field<?>, Object> values = new HashMap<>();
    private final Map<String, Node> places = new HashMap<>();
    private boolean complete = true;

    private Fields(MappingNode node) {
        this.node = node;
    }

    /** Reads every field that it knows; unknown, doubled and missing ones are among the problems. */
    public static Fields read(MappingNode node, Collection<Field<?>> known, Problems problems) {
        Fields fields = new Fields(node);
        Map<String, Field<?>> byName = new HashMap<>();
        known.forEach(field -> byName.put(field.name(), field));
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : node.getValue()) {
            Node key = entry.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
            Field<?> field = byName.get(name);
            if (field == null) {
                problems.add(key, Nearest.message("question.unknown-field", name, byName.keySet()));
                fields.complete = false;
            } else if (!seen.add(name)) {
                problems.add(key, Message.of("question.field-twice", name));
            } else {
                fields.places.put(name, entry.getValueNode());
                fields.put(field, entry.getValueNode(), problems);
            }
        }
        for (Field<?> field : known) {
            if (field.required() && !seen.contains(field.name())) {
                problems.add(node, Message.of("question.field-missing", field.name()));
                fields.complete = false;
            }
        }
        return fields;
    }

    private void put(Field<?> field, Node value, Problems problems) {
        Object read = field.format().read(value, problems);
        if (read == null) {
            complete = false;
        } else {
            values.put(field, read);
        }
    }

    /** Whether every field was known, fitted its format and, if required, was there. */
    public boolean isComplete() {
        return complete;
    }

    /** The value of a field; null where the file does not give it or it did not fit. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Field<T> field) {
        return (T) values.get(field);
    }

    public <T> T get(Field<T> field, T otherwise) {
        T value = get(field);
        return value == null ? otherwise : value;
    }

    /** The texts for people in this map and in the maps inside it. */
    public List<TextSource> texts() {
        List<TextSource> texts = new ArrayList<>();
        values.values().forEach(value -> collect(value, texts));
        return texts;
    }

    private static void collect(Object value, List<TextSource> texts) {
        if (value instanceof TextSource text) {
            texts.add(text);
        } else if (value instanceof Fields inner) {
            texts.addAll(inner.texts());
        } else if (value instanceof Formats.Named<?> named) {
            collect(named.value(), texts);
        } else if (value instanceof List<?> items) {
            items.forEach(item -> collect(item, texts));
        }
    }

    public boolean has(Field<?> field) {
        return places.containsKey(field.name());
    }

    /** Where a field stands; the map itself where it does not. */
    public Node place(Field<?> field) {
        return places.getOrDefault(field.name(), node);
    }

    public Node place() {
        return node;
    }
}
