package gradus.author;

import gradus.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field of a format as help shows it, read off the JSON Schema that is made from what the reader takes.
 *
 * @param path where it stands: {@code hints[].cost}
 * @param about what it is for, as the schema says it
 * @param values what may stand there, where that is one of few words; empty otherwise
 */
public record FieldHelp(String path, boolean required, String about, String values) {
    private static final int DEEPEST = 3;
    private static final int LONGEST_KEY = 60;

    /**
     * Fields that stand together.
     *
     * @param word of a type of part its word; empty for what all have
     */
    public record Group(String what, String word, List<FieldHelp> fields) {}

    /** What it is for, in the words of a reader; their key is made of what the schema says. */
    public Message say() {
        String words =
                about.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String key = words.substring(0, Math.min(LONGEST_KEY, words.length())).replaceAll("-$", "");
        return Message.of("author.about-field-" + key);
    }

    /** The fields of questions: of the whole, of every part, and what each type of part has beside. */
    static List<Group> ofQuestions(Map<String, Object> schema) {
        Map<String, Object> whole = new LinkedHashMap<>(map(schema.get("properties")));
        Map<String, Object> parts = map(whole.get("parts"));
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("question", "", of(schema, "parts")));
        Map<String, List<FieldHelp>> types = new LinkedHashMap<>();
        for (Object type : list(map(parts.get("items")).get("oneOf"))) {
            types.put(word(map(map(map(type).get("properties")).get("type"))), of(map(type), ""));
        }
        Set<FieldHelp> common = new LinkedHashSet<>(types.values().iterator().next());
        types.values().forEach(common::retainAll);
        groups.add(new Group("part", "", List.copyOf(common)));
        types.forEach((word, fields) -> groups.add(new Group(
                "type",
                word,
                fields.stream().filter(field -> !common.contains(field)).toList())));
        return groups;
    }

    static List<Group> ofExams(Map<String, Object> schema) {
        return List.of(new Group("exam", "", of(schema, "")));
    }

    private static String word(Map<String, Object> type) {
        Object only = type.get("const");
        return only != null
                ? only.toString()
                : String.valueOf(list(type.get("enum")).get(0));
    }

    /** All fields of a schema with those inside them, but not those inside this one. */
    private static List<FieldHelp> of(Map<String, Object> schema, String closed) {
        List<FieldHelp> fields = new ArrayList<>();
        add(schema, "", closed, DEEPEST, fields);
        return fields;
    }

    private static void add(
            Map<String, Object> schema, String before, String closed, int deep, List<FieldHelp> fields) {
        List<?> required = list(schema.get("required"));
        map(schema.get("properties")).forEach((name, about) -> {
            Map<String, Object> field = map(about);
            String path = before + name;
            // the word of a type of part says itself
            if (field.containsKey("description")) {
                fields.add(new FieldHelp(
                        path,
                        required.contains(name),
                        String.valueOf(field.get("description")),
                        list(field.get("enum")).stream().map(String::valueOf).collect(Collectors.joining(", "))));
            }
            if (deep > 0 && !name.equals(closed)) {
                inside(field, path, closed, deep, fields);
            }
        });
    }

    private static void inside(
            Map<String, Object> field, String path, String closed, int deep, List<FieldHelp> fields) {
        add(field, path + ".", closed, deep - 1, fields);
        if (field.get("items") != null) {
            inside(map(field.get("items")), path + "[]", closed, deep - 1, fields);
        }
        if (field.get("additionalProperties") != null) {
            inside(map(field.get("additionalProperties")), path + ".…", closed, deep - 1, fields);
        }
        for (Object one : list(field.get("anyOf"))) {
            inside(map(one), path, closed, deep - 1, fields);
        }
    }

    private static List<?> list(@Nullable Object of) {
        return of instanceof List<?> known ? known : List.of();
    }

    private static Map<String, Object> map(@Nullable Object of) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (of instanceof Map<?, ?> known) {
            known.forEach((name, inner) -> map.put(String.valueOf(name), inner));
        }
        return map;
    }
}
