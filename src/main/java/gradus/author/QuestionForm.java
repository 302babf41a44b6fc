package gradus.author;

import gradus.question.format.YamlEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A question as a form: a field for every value of its text. What is typed into one takes the place of that value in the text
 * and changes nothing else.
 */
public final class QuestionForm {
    /** What the names of the form's fields begin with. */
    static final String AT = "at:";

    /** A list that is typed without its brackets. */
    static final String TAGS = "tags";

    /** A list that is typed with an item on each line. */
    static final String REQUIRE = "require";

    static final String MISTAKES = "mistakes";
    /** What the first mistake of a part says until its author does. */
    private static final String FIRST = "[{id: mistake, expect: 0, say: {ko: 무엇을 잘못했는지, en: What was done instead}}]";

    static final Set<String> NAMED_FREELY = Set.of("params", "let");
    private static final Pattern ID = Pattern.compile("(?m)(\\bid:\\s*)(['\"]?)([A-Za-z0-9_+-]+)(['\"]?)");
    private static final int MOST_CHANGES = 500;
    /** A longer text is no form that anybody fills in, and every field of it would be looked for in all of it. */
    private static final int LONGEST = 60_000;

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
     * @param begins whether it is a part with a right answer that knows no mistake yet
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
            boolean begins,
            boolean folded) {}

    /** The form of a text; empty where it cannot be read. */
    static Optional<Group> of(String text) {
        return edit(text).map(edit -> new FormWalk(edit.text()).group("", "", (MappingNode) edit.root(), false));
    }

    /** The text with a paragraph more at the end of one of its texts, in every language of it; as it is where there is none. */
    static String ending(String text, String name, String paragraph) {
        String changed = text.replace("\r\n", "\n");
        Optional<YamlEdit> whole = edit(changed);
        if (whole.isEmpty()) {
            return changed;
        }
        List<List<Object>> places = new ArrayList<>();
        for (NodeTuple field : ((MappingNode) whole.get().root()).getValue()) {
            if (field.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
                places.addAll(texts(name, field.getValueNode()));
            }
        }
        for (List<Object> place : places) {
            YamlEdit edit = edit(changed).orElseThrow();
            changed = edit.with(place, edit.value(place).orElse("") + "\n\n" + paragraph);
        }
        return changed;
    }

    private static List<List<Object>> texts(String name, Node value) {
        if (value instanceof MappingNode languages) {
            return languages.getValue().stream()
                    .map(language -> List.<Object>of(name, ((ScalarNode) language.getKeyNode()).getValue()))
                    .toList();
        }
        return List.of(List.of(name));
    }

    private static Optional<YamlEdit> edit(String text) {
        return text.length() > LONGEST ? Optional.empty() : YamlEdit.of(text);
    }

    /** The text with what the form says, and then what its button does to a list. */
    static String applied(String text, Map<String, List<String>> fields, String action) {
        String changed = text;
        int changes = 0;
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            Optional<YamlEdit> edit = edit(changed);
            if (field.getKey().startsWith(AT) && edit.isPresent() && changes < MOST_CHANGES) {
                List<Object> path = path(field.getKey().substring(AT.length()));
                String typed = typed(edit.get(), path, field.getValue().get(0));
                if (!path.isEmpty() && !now(edit.get(), path).equals(typed)) {
                    changed = edit.get().with(path, typed);
                    changes++;
                }
            }
        }
        return acted(added(changed, fields), action);
    }

    private static String now(YamlEdit edit, List<Object> path) {
        Optional<String> lines = path.equals(List.of(REQUIRE)) ? FormWalk.lines(edit.find(path)) : Optional.empty();
        return lines.map(QuestionForm::list).or(() -> edit.value(path)).orElse("");
    }

    private static String list(String lines) {
        List<String> items =
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return items.isEmpty() ? "" : YamlEdit.list(items);
    }

    private static String typed(YamlEdit edit, List<Object> path, String sent) {
        String typed = sent.replace("\r\n", "\n").stripTrailing();
        boolean list =
                edit.find(path) == null || FormWalk.lines(edit.find(path)).isPresent();
        if (path.equals(List.of(REQUIRE)) && list) {
            return list(typed);
        }
        return path.equals(List.of(TAGS)) && !typed.isEmpty() ? "[" + typed + "]" : typed;
    }

    /** The text with the names that were added to the parameters and named steps. */
    private static String added(String text, Map<String, List<String>> fields) {
        String changed = text;
        for (String list : NAMED_FREELY) {
            String name = fields.getOrDefault("new:" + list, List.of("")).get(0).strip();
            String value =
                    fields.getOrDefault("new-value:" + list, List.of("")).get(0).strip();
            Optional<YamlEdit> edit = edit(changed);
            if (!name.isEmpty() && !value.isEmpty() && edit.isPresent()) {
                changed = edit.get().with(List.of(list, name), value);
            }
        }
        return changed;
    }

    private static String acted(String text, String action) {
        int colon = action.indexOf(':');
        Optional<YamlEdit> edit = edit(text);
        if (colon < 0 || edit.isEmpty()) {
            return text;
        }
        List<Object> path = path(action.substring(colon + 1));
        return switch (action.substring(0, colon)) {
            case "repeat" -> edit.get().doubled(path, item -> renamed(item, text));
            case "begin" -> begun(edit.get(), path);
            case "leave-out" -> edit.get().without(path);
            default -> text;
        };
    }

    /** The text with a first mistake in a part, whose answer is the right one until its author changes it. */
    private static String begun(YamlEdit edit, List<Object> part) {
        List<Object> list = new ArrayList<>(part);
        list.add(MISTAKES);
        if (edit.value(list).isPresent()) {
            return edit.text();
        }
        List<Object> expect = new ArrayList<>(part);
        expect.add("expect");
        List<Object> wrong = new ArrayList<>(list);
        wrong.addAll(List.of(0, "expect"));
        String right = edit.value(expect).orElse("0");
        String changed = edit.withYaml(list, FIRST);
        return edit(changed).map(with -> with.with(wrong, right)).orElse(changed);
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
}
