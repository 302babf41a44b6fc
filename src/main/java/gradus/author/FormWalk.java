package gradus.author;

import static gradus.author.QuestionForm.AT;
import static gradus.author.QuestionForm.REQUIRE;
import static gradus.author.QuestionForm.TAGS;

import gradus.author.QuestionForm.Field;
import gradus.author.QuestionForm.Group;
import gradus.message.Languages;
import gradus.question.format.YamlEdit;
import gradus.question.part.PartTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A walk through a text that makes its form. */
record FormWalk(String text) {
    private static final Set<String> TEXTS = Set.of("title", "prompt", "label", "say", "solution", "answer", "note");
    private static final Set<String> LONG = Set.of("prompt", "solution", "answer");
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

    Group group(String path, String word, MappingNode map, boolean item) {
        List<Field> fields = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        for (NodeTuple entry : map.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key && !key.getValue().contains("/")) {
                take(path + "/" + key.getValue(), key.getValue(), entry.getValueNode(), fields, groups);
            }
        }
        boolean part = path.matches("/parts/[0-9]+");
        if (path.isEmpty() && fields.stream().noneMatch(field -> field.word().equals(TAGS))) {
            fields.add(new Field(AT + "/" + TAGS, label(TAGS), TAGS, "", "", false, List.of()));
        }
        if (path.isEmpty()
                && draws(map)
                && fields.stream().noneMatch(field -> field.word().equals(REQUIRE))) {
            fields.add(new Field(AT + "/" + REQUIRE, label(REQUIRE), REQUIRE, "", "", true, List.of()));
        }
        for (String missing : path.isEmpty() ? List.of("solution") : part ? List.of("label") : List.<String>of()) {
            if (fields.stream().noneMatch(field -> field.word().equals(missing))) {
                texts(path + "/" + missing, missing, null, fields);
            }
        }
        boolean begins = part
                && fields.stream().anyMatch(field -> field.word().equals("expect"))
                && groups.stream().noneMatch(group -> group.word().equals(QuestionForm.MISTAKES));
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
                QuestionForm.NAMED_FREELY.contains(word),
                begins,
                isFolded(path));
    }

    private void take(String path, String word, Node node, List<Field> fields, List<Group> groups) {
        if (TEXTS.contains(word) && (node instanceof ScalarNode || isSpoken(node))) {
            texts(path, word, node, fields);
        } else if (path.equals("/" + TAGS) && node instanceof SequenceNode tags && isTyped(tags)) {
            String source = YamlEdit.source(text, tags);
            fields.add(new Field(
                    AT + path, label(word), word, "", source.substring(1, source.length() - 1), false, List.of()));
        } else if (path.equals("/" + REQUIRE) && lines(node).isPresent()) {
            fields.add(new Field(AT + path, label(word), word, "", lines(node).get(), true, List.of()));
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
                            isSpoken(map) ? spoken(path + "/" + i, word, map) : group(path + "/" + i, word, map, true));
                }
            }
        }
    }

    /** Whether a question draws numbers, of which some may be unfit. */
    private static boolean draws(MappingNode question) {
        return question.getValue().stream()
                .anyMatch(entry -> entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("params"));
    }

    /** The items of a list, one on each line; empty where it is no list of texts that fit on a line each. */
    static Optional<String> lines(@Nullable Node node) {
        return node instanceof SequenceNode list
                        && list.getValue().stream()
                                .allMatch(item -> item instanceof ScalarNode line
                                        && !line.getValue().contains("\n"))
                ? Optional.of(list.getValue().stream()
                        .map(item -> ((ScalarNode) item).getValue())
                        .collect(Collectors.joining("\n")))
                : Optional.empty();
    }

    private Group spoken(String path, String word, MappingNode map) {
        List<Field> fields = new ArrayList<>();
        texts(path, word, map, fields);
        return new Group(path, label(word), word, "", fields, List.of(), true, false, false, isFolded(path));
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
        return QuestionForm.NAMED_FREELY.stream().anyMatch(name -> before.equals(name + ":"));
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
        Set<String> tags = Languages.spoken().stream().map(Locale::getLanguage).collect(Collectors.toSet());
        return node instanceof MappingNode map
                && !map.getValue().isEmpty()
                && map.getValue().stream()
                        .allMatch(
                                entry -> entry.getKeyNode() instanceof ScalarNode key && tags.contains(key.getValue()));
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
