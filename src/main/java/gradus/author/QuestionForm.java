package gradus.author;

import gradus.message.Languages;
import gradus.question.format.YamlEdit;
import gradus.question.part.PartTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A question as a form: a field for every value of its text. What is typed into one takes the place of that value in the text
 * and changes nothing else.
 */
public final class QuestionForm {
    /** What the names of the form's fields begin with. */
    static final String AT = "at:";

    private static final Set<String> TEXTS = Set.of("title", "prompt", "label", "say", "solution", "answer", "note");
    private static final Set<String> LONG = Set.of("prompt", "solution", "answer");
    private static final Set<String> NAMED_FREELY = Set.of("params", "let");
    private static final Set<String> KNOWN = Set.of(
            "id",
            "title",
            "tags",
            "params",
            "let",
            "require",
            "prompt",
            "parts",
            "type",
            "points",
            "label",
            "expect",
            "mistakes",
            "credit",
            "say",
            "options",
            "hints",
            "cost",
            "solution",
            "tolerance",
            "tests",
            "symbols",
            "answer",
            "rubric",
            "rows",
            "columns");
    private static final Pattern ID = Pattern.compile("(?m)(\\bid:\\s*)(['\"]?)([A-Za-z0-9_+-]+)(['\"]?)");
    private static final int MOST_CHANGES = 500;

    private QuestionForm() {}

    /**
     * A field.
     *
     * @param name what the form sends it as
     * @param label the key of its label; empty where the file's own word is shown
     * @param word the file's word for it
     * @param language the name of the language whose text it is; empty for all
     */
    public record Field(
            String name,
            String label,
            String word,
            String language,
            String value,
            boolean wide,
            List<String> choices) {}

    /**
     * Fields that stand together.
     *
     * @param path where they stand; empty for the whole
     * @param heading what tells them from their like
     * @param item whether they are one of a list, to be repeated and left out
     * @param open whether further names can be added
     * @param folded whether they are shown only where that is asked for
     */
    public record Group(
            String path,
            String label,
            String word,
            String heading,
            List<Field> fields,
            List<Group> groups,
            boolean item,
            boolean open,
            boolean folded) {}

    /** The form of a text; empty where it cannot be read. */
    static Optional<Group> of(String text) {
        return YamlEdit.of(text).map(edit -> new Walk(edit.text()).group("", "", (MappingNode) edit.root(), false));
    }

    /** The text with what the form says, and then what its button does to a list. */
    static String applied(String text, Map<String, List<String>> fields, String action) {
        String changed = text;
        int changes = 0;
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            Optional<YamlEdit> edit = YamlEdit.of(changed);
            if (field.getKey().startsWith(AT) && edit.isPresent() && changes < MOST_CHANGES) {
                List<Object> path = path(field.getKey().substring(AT.length()));
                String typed = field.getValue().get(0).replace("\r\n", "\n").stripTrailing();
                if (!path.isEmpty() && !edit.get().value(path).orElse("").equals(typed)) {
                    changed = edit.get().with(path, typed);
                    changes++;
                }
            }
        }
        return acted(added(changed, fields), action);
    }

    /** The text with the names that were added to the parameters and named steps. */
    private static String added(String text, Map<String, List<String>> fields) {
        String changed = text;
        for (String list : NAMED_FREELY) {
            String name = fields.getOrDefault("new:" + list, List.of("")).get(0).strip();
            String value =
                    fields.getOrDefault("new-value:" + list, List.of("")).get(0).strip();
            Optional<YamlEdit> edit = YamlEdit.of(changed);
            if (!name.isEmpty() && !value.isEmpty() && edit.isPresent()) {
                changed = edit.get().with(List.of(list, name), value);
            }
        }
        return changed;
    }

    private static String acted(String text, String action) {
        int colon = action.indexOf(':');
        Optional<YamlEdit> edit = YamlEdit.of(text);
        if (colon < 0 || edit.isEmpty()) {
            return text;
        }
        List<Object> path = path(action.substring(colon + 1));
        return switch (action.substring(0, colon)) {
            case "repeat" -> edit.get().doubled(path, item -> renamed(item, text));
            case "leave-out" -> edit.get().without(path);
            default -> text;
        };
    }

    /** An item under a name that is not taken yet. */
    private static String renamed(String item, String text) {
        Matcher id = ID.matcher(item);
        if (!id.find()) {
            return item;
        }
        Set<String> taken =
                ID.matcher(text).results().map(found -> found.group(3)).collect(Collectors.toSet());
        String stem = id.group(3).replaceFirst("-?[0-9]+$", "");
        int number = 2;
        while (taken.contains(stem + number)) {
            number++;
        }
        return item.substring(0, id.start(3)) + stem + number + item.substring(id.end(3));
    }

    private static List<Object> path(String pointer) {
        List<Object> path = new ArrayList<>();
        for (String step : pointer.split("/")) {
            if (!step.isEmpty()) {
                path.add(step.matches("[0-9]{1,6}") ? (Object) Integer.valueOf(step) : step);
            }
        }
        return path;
    }

    /** A walk through a text that makes its form. */
    private record Walk(String text) {
        Group group(String path, String word, MappingNode map, boolean item) {
            List<Field> fields = new ArrayList<>();
            List<Group> groups = new ArrayList<>();
            for (NodeTuple entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && !key.getValue().contains("/")) {
                    take(path + "/" + key.getValue(), key.getValue(), entry.getValueNode(), fields, groups);
                }
            }
            boolean part = path.matches("/parts/[0-9]+");
            for (String missing : path.isEmpty() ? List.of("solution") : part ? List.of("label") : List.<String>of()) {
                if (fields.stream().noneMatch(field -> field.word().equals(missing))) {
                    texts(path + "/" + missing, missing, null, fields);
                }
            }
            String heading = fields.stream()
                    .filter(field -> field.word().equals("id"))
                    .map(Field::value)
                    .findFirst()
                    .orElse("");
            return new Group(
                    path,
                    label(word),
                    word,
                    item ? heading : "",
                    fields,
                    groups,
                    item,
                    NAMED_FREELY.contains(word),
                    isFolded(path));
        }

        private void take(String path, String word, Node node, List<Field> fields, List<Group> groups) {
            if (TEXTS.contains(word) && (node instanceof ScalarNode || isSpoken(node))) {
                texts(path, word, node, fields);
            } else if (node instanceof ScalarNode || (node instanceof CollectionNode<?> list && isTyped(list))) {
                fields.add(new Field(
                        AT + path, label(word), word, "", YamlEdit.source(text, node), false, choices(word, path)));
            } else if (node instanceof MappingNode map) {
                groups.add(group(path, word, map, false));
            } else if (node instanceof SequenceNode list) {
                List<Node> items = list.getValue();
                for (int i = 0; i < items.size(); i++) {
                    if (items.get(i) instanceof MappingNode map) {
                        groups.add(
                                isSpoken(map)
                                        ? spoken(path + "/" + i, word, map)
                                        : group(path + "/" + i, word, map, true));
                    }
                }
            }
        }

        private Group spoken(String path, String word, MappingNode map) {
            List<Field> fields = new ArrayList<>();
            texts(path, word, map, fields);
            return new Group(path, label(word), word, "", fields, List.of(), true, false, isFolded(path));
        }

        /** A list or map that is short enough to be typed as it stands: one in brackets with nothing by language in it. */
        private boolean isTyped(CollectionNode<?> node) {
            String source = YamlEdit.source(text, node);
            return node.getFlowStyle() == FlowStyle.FLOW
                    && !source.contains("\n")
                    && !source.contains("say:")
                    && (node instanceof SequenceNode list
                            ? list.getValue().stream().noneMatch(MappingNode.class::isInstance)
                            : !isNamedFreely(node));
        }

        private boolean isNamedFreely(CollectionNode<?> node) {
            int start = text.indexOf(YamlEdit.source(text, node));
            String before = text.substring(text.lastIndexOf('\n', Math.max(0, start)) + 1, Math.max(0, start))
                    .strip();
            return NAMED_FREELY.stream().anyMatch(name -> before.equals(name + ":"));
        }

        /** A text: one field for each language, or one where a single text serves all. */
        private void texts(String path, String word, @Nullable Node node, List<Field> fields) {
            boolean wide = LONG.contains(word);
            if (node instanceof ScalarNode) {
                fields.add(new Field(AT + path, label(word), word, "", YamlEdit.source(text, node), wide, List.of()));
                return;
            }
            for (Locale language : Languages.spoken()) {
                String tag = language.getLanguage();
                String value = node instanceof MappingNode map
                        ? map.getValue().stream()
                                .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                                        && key.getValue().equals(tag))
                                .map(entry -> YamlEdit.source(text, entry.getValueNode()))
                                .findFirst()
                                .orElse("")
                        : "";
                fields.add(new Field(
                        AT + path + "/" + tag, label(word), word, Languages.name(language), value, wide, List.of()));
            }
        }

        private static boolean isSpoken(Node node) {
            Set<String> tags =
                    Languages.spoken().stream().map(Locale::getLanguage).collect(Collectors.toSet());
            return node instanceof MappingNode map
                    && !map.getValue().isEmpty()
                    && map.getValue().stream()
                            .allMatch(entry ->
                                    entry.getKeyNode() instanceof ScalarNode key && tags.contains(key.getValue()));
        }

        /** Whether a group stands behind its name until it is wanted: all within parts, and what few questions need. */
        private static boolean isFolded(String path) {
            return path.chars().filter(letter -> letter == '/').count() > 2
                    || path.matches("/(tests|hints|conventions)/.*");
        }

        private static String label(String word) {
            return KNOWN.contains(word) ? "author.field-" + word : "";
        }

        private static List<String> choices(String word, String path) {
            return word.equals("type") && path.matches("/parts/[0-9]+/type")
                    ? List.copyOf(PartTypes.byName().keySet())
                    : List.of();
        }
    }
}
