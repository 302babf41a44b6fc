package gradus.question.format;

import gradus.message.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The formats that fields of question and exam files are made of. */
public final class Formats {
    private Formats() {}

    private static <T> Format<T> scalar(
            Message expected, Map<String, Object> schema, Function<ScalarNode, @Nullable T> reader) {
        return new SimpleFormat<>(SimpleFormat.Kind.SCALAR, expected, schema, (node, problems) -> {
            T value = reader.apply((ScalarNode) node);
            if (value == null) {
                problems.add(node, Message.of("question.wrong-kind", expected, SimpleFormat.found(node)));
            }
            return value;
        });
    }

    /** Any scalar as the text that stands there: {@code 5-a}, {@code 0}. */
    public static Format<String> string() {
        return scalar(
                Message.of("question.expected-text"),
                Map.of("type", List.of("string", "number", "boolean")),
                ScalarNode::getValue);
    }

    /** A text that matches a pattern; {@code expected} says it in words. */
    public static Format<String> pattern(Pattern pattern, Message expected) {
        return scalar(
                expected,
                Map.of("type", List.of("string", "number"), "pattern", "^(?:" + pattern.pattern() + ")$"),
                node -> pattern.matcher(node.getValue()).matches() ? node.getValue() : null);
    }

    /** A text that matches a pattern and that {@code parse} does not answer with null; {@code expected} says it in words. */
    public static <T> Format<T> parsed(Pattern pattern, Message expected, Function<String, @Nullable T> parse) {
        return scalar(
                expected,
                Map.of("type", "string", "pattern", "^(?:" + pattern.pattern() + ")$"),
                node -> pattern.matcher(node.getValue()).matches() ? parse.apply(node.getValue()) : null);
    }

    /** An exact number from {@code from} to {@code to}. */
    public static Format<BigDecimal> number(double from, double to) {
        Message expected = to == Double.MAX_VALUE
                ? Message.of("question.expected-number-from", plain(from))
                : Message.of("question.expected-number", plain(from), plain(to));
        return scalar(expected, Map.of("type", "number", "minimum", from, "maximum", to), node -> {
            BigDecimal value = decimal(node);
            return value != null && value.doubleValue() >= from && value.doubleValue() <= to ? value : null;
        });
    }

    public static Format<Integer> integer(int from, int to) {
        Message expected = Message.of("question.expected-integer", Integer.toString(from), Integer.toString(to));
        return scalar(expected, Map.of("type", "integer", "minimum", from, "maximum", to), node -> {
            BigDecimal value = decimal(node);
            if (value == null || value.stripTrailingZeros().scale() > 0) {
                return null;
            }
            return value.doubleValue() >= from && value.doubleValue() <= to ? value.intValue() : null;
        });
    }

    public static Format<Long> seed() {
        return scalar(Message.of("question.expected-seed"), Map.of("type", "integer"), node -> {
            try {
                return Long.valueOf(node.getValue());
            } catch (NumberFormatException tooLong) {
                return null;
            }
        });
    }

    private static @Nullable BigDecimal decimal(ScalarNode node) {
        boolean number = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
        if (!number || node.getValue().length() > 40) {
            return null;
        }
        try {
            return new BigDecimal(node.getValue());
        } catch (NumberFormatException hexOrInfinite) {
            return null;
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    public static Format<Boolean> bool() {
        return scalar(
                Message.of("question.expected-boolean"),
                Map.of("type", "boolean"),
                node -> node.getTag().equals(Tag.BOOL) ? Boolean.valueOf(node.getValue()) : null);
    }

    /** One of some words. */
    public static <T> Format<T> word(Map<String, T> words) {
        Message expected = Message.of("question.expected-word", String.join(", ", new TreeMap<>(words).keySet()));
        return scalar(
                expected,
                Map.of("enum", new TreeMap<>(words).keySet().stream().toList()),
                node -> words.get(node.getValue()));
    }

    public static <T> Format<List<T>> listOf(Format<T> item) {
        return listOf(item, 0, Integer.MAX_VALUE);
    }

    /** A list of {@code fewest} to {@code most} items. */
    public static <T> Format<List<T>> listOf(Format<T> item, int fewest, int most) {
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "array", "items", item.schema()));
        if (fewest > 0) {
            schema.put("minItems", fewest);
        }
        if (most < Integer.MAX_VALUE) {
            schema.put("maxItems", most);
        }
        Message expected = Message.of("question.expected-list", item.expected());
        return new SimpleFormat<>(SimpleFormat.Kind.LIST, expected, schema, (node, problems) -> {
            List<Node> nodes = ((SequenceNode) node).getValue();
            if (nodes.size() < fewest || nodes.size() > most) {
                String range =
                        most == Integer.MAX_VALUE ? fewest + "…" : fewest == most ? "" + most : fewest + "–" + most;
                problems.add(node, Message.of("question.list-length", range, nodes.size()));
                return null;
            }
            List<T> items = new ArrayList<>();
            for (Node entry : nodes) {
                T value = item.read(entry, problems);
                if (value != null) {
                    items.add(value);
                }
            }
            return items.size() == nodes.size() ? items : null;
        });
    }

    /** A name that an author chose, where it stands, and what it stands for. */
    public record Named<T>(String name, Node at, T value) {}

    /** A map from names of the author's choice, in the order of the file. */
    public static <T> Format<List<Named<T>>> mapOf(Format<T> item) {
        Message expected = Message.of("question.expected-map", item.expected());
        Map<String, Object> schema = Map.of("type", "object", "additionalProperties", item.schema());
        return new SimpleFormat<>(SimpleFormat.Kind.MAP, expected, schema, (node, problems) -> {
            List<Named<T>> entries = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            boolean complete = true;
            for (NodeTuple entry : ((MappingNode) node).getValue()) {
                String name = string().read(entry.getKeyNode(), problems);
                T value = item.read(entry.getValueNode(), problems);
                if (name != null && !seen.add(name)) {
                    problems.add(entry.getKeyNode(), Message.of("question.field-twice", name));
                    complete = false;
                } else if (name != null && value != null) {
                    entries.add(new Named<>(name, entry.getKeyNode(), value));
                } else {
                    complete = false;
                }
            }
            return complete ? entries : null;
        });
    }

    /** The first of some formats that suits the kind of what stands there. */
    @SafeVarargs
    public static <T> Format<T> either(Format<? extends T>... formats) {
        return new Format<>() {
            @Override
            public @Nullable T read(Node node, Problems problems) {
                for (Format<? extends T> format : formats) {
                    if (format.suits(node)) {
                        return format.read(node, problems);
                    }
                }
                problems.add(node, Message.of("question.wrong-kind", expected(), SimpleFormat.found(node)));
                return null;
            }

            @Override
            public Map<String, Object> schema() {
                return Map.of(
                        "anyOf", List.of(formats).stream().map(Format::schema).toList());
            }

            @Override
            public boolean suits(Node node) {
                return List.of(formats).stream().anyMatch(format -> format.suits(node));
            }

            @Override
            public Message expected() {
                Message all = formats[0].expected();
                for (int i = 1; i < formats.length; i++) {
                    all = Message.of("question.expected-or", all, formats[i].expected());
                }
                return all;
            }
        };
    }

    /** A map of known fields. */
    public static <T> Format<T> object(
            Message expected, Collection<Field<?>> fields, BiFunction<Fields, Problems, ? extends @Nullable T> build) {
        return new SimpleFormat<>(
                SimpleFormat.Kind.MAP,
                expected,
                schema(fields),
                (node, problems) -> build.apply(Fields.read((MappingNode) node, fields, problems), problems));
    }

    /** A map of known fields, to be made sense of later. */
    public static Format<Fields> object(Message expected, Collection<Field<?>> fields) {
        return object(expected, fields, (read, problems) -> read);
    }

    /** JSON Schema of a map of these fields. */
    public static Map<String, Object> schema(Collection<Field<?>> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field<?> field : fields) {
            Map<String, Object> schema = new LinkedHashMap<>(field.format().schema());
            schema.put("description", field.about());
            properties.put(field.name(), schema);
            if (field.required()) {
                required.add(field.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }
}
