package gradus.question.file;

import gradus.expression.node.Latex;
import gradus.expression.value.Names;
import gradus.message.Message;
import gradus.question.format.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Expands the short forms of a question file: parts made by {@code each}, settings of the question that apply to all
 * its parts, labels made of names, and {@code solution: steps}. Expanded nodes keep their places in the file.
 */
final class ShortForms {
    private static final String EACH = "each";
    private static final String PARTS = "parts";
    private static final String SOLUTION = "solution";
    private static final String SYMBOLS = "symbols";
    private static final Set<String> FOR_ALL_PARTS = Set.of("tolerance", "credit", "follow_through", "faults");
    private static final int MOST_PARTS = 200;

    private final Problems problems;

    private ShortForms(Problems problems) {
        this.problems = problems;
    }

    static Node writtenOut(Node root, Problems problems) {
        return root instanceof MappingNode question ? new ShortForms(problems).question(question) : root;
    }

    private Node question(MappingNode question) {
        if (!(field(question, PARTS) instanceof SequenceNode list)) {
            return question;
        }
        List<Node> parts = new ArrayList<>();
        for (Node part : list.getValue()) {
            for (Node made : part instanceof MappingNode map ? each(map) : List.of(part)) {
                parts.add(made instanceof MappingNode map ? withSharedSettings(map, question) : made);
            }
        }
        SequenceNode all = new SequenceNode(
                list.getTag(), true, parts, list.getFlowStyle(), list.getStartMark(), list.getEndMark());
        Map<String, Node> changes = new LinkedHashMap<>(Map.of(PARTS, all));
        if (field(question, SOLUTION) instanceof ScalarNode solution
                && solution.getValue().equals("steps")) {
            changes.put(SOLUTION, scalar(steps(parts), solution));
        }
        return with(question, changes);
    }

    /** The parts that a map with {@code each} stands for, one for each of its words. */
    private List<Node> each(MappingNode part) {
        if (!(field(part, EACH) instanceof MappingNode words)) {
            return List.of(part);
        }
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (NodeTuple entry : words.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name && entry.getValueNode() instanceof SequenceNode list) {
                lists.put(name.getValue(), scalars(list));
            }
        }
        int most = lists.values().stream().mapToInt(List::size).max().orElse(0);
        boolean fit = lists.size() == words.getValue().size()
                && most > 0
                && most <= MOST_PARTS
                && lists.values().stream().allMatch(list -> list.size() == most);
        if (!fit) {
            problems.add(words, Message.of("question.each-lists"));
            return List.of();
        }
        MappingNode pattern = with(part, Map.of(), EACH);
        List<Node> made = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Node one = pattern;
            for (Map.Entry<String, List<String>> list : lists.entrySet()) {
                one = filled(one, list.getKey(), list.getValue().get(i));
            }
            made.add(one);
        }
        return made;
    }

    private static List<String> scalars(SequenceNode list) {
        return list.getValue().stream()
                .filter(ScalarNode.class::isInstance)
                .map(item -> ((ScalarNode) item).getValue())
                .toList();
    }

    /** A copy of a tree with a name in braces replaced by a word; double braces, which mark placeholders, are kept. */
    private static Node filled(Node node, String name, String word) {
        if (node instanceof ScalarNode scalar) {
            String text = scalar.getValue()
                    .replace("{{" + name + "}}", "{{" + word + "}}")
                    .replace("{" + name + "}", word);
            return text.equals(scalar.getValue()) ? scalar : scalar(text, scalar);
        }
        if (node instanceof SequenceNode list) {
            List<Node> items = list.getValue().stream()
                    .map(item -> filled(item, name, word))
                    .toList();
            return new SequenceNode(
                    list.getTag(),
                    true,
                    new ArrayList<>(items),
                    list.getFlowStyle(),
                    list.getStartMark(),
                    list.getEndMark());
        }
        if (node instanceof MappingNode map) {
            List<NodeTuple> entries = new ArrayList<>();
            map.getValue()
                    .forEach(entry -> entries.add(new NodeTuple(
                            filled(entry.getKeyNode(), name, word), filled(entry.getValueNode(), name, word))));
            return mapping(map, entries);
        }
        return node;
    }

    /** A part with the question's settings for its type that it does not set itself, and a label made of its name. */
    private static MappingNode withSharedSettings(MappingNode part, MappingNode question) {
        Map<String, Node> changes = new LinkedHashMap<>();
        String type = field(part, "type") instanceof ScalarNode word ? word.getValue() : "";
        for (NodeTuple entry : question.getValue()) {
            String name = name(entry);
            boolean general =
                    FOR_ALL_PARTS.contains(name) && QuestionFields.takesForAll(type, name) && field(part, name) == null;
            if (general) {
                changes.put(name, entry.getValueNode());
            } else if (name.equals(SYMBOLS) && QuestionFields.takesForAll(type, SYMBOLS)) {
                changes.put(SYMBOLS, mergedSymbols(entry.getValueNode(), field(part, SYMBOLS)));
            }
        }
        Node typeset = field(part, "name");
        if (typeset instanceof ScalarNode name && field(part, "label") == null) {
            changes.put("label", scalar("$" + name.getValue() + "$", name));
        }
        return with(part, changes);
    }

    /** The symbols of a part joined to those of its question; the part's own win. */
    private static Node mergedSymbols(Node general, @Nullable Node own) {
        if (own == null || !(general instanceof MappingNode all) || !(own instanceof MappingNode some)) {
            return own == null ? general : own;
        }
        Set<String> declared = new HashSet<>();
        some.getValue().forEach(entry -> declared.add(Names.fold(name(entry))));
        List<NodeTuple> entries = new ArrayList<>();
        all.getValue().stream()
                .filter(entry -> !declared.contains(Names.fold(name(entry))))
                .forEach(entries::add);
        entries.addAll(some.getValue());
        return mapping(some, entries);
    }

    /** A text with the worked steps of every part that has a computed key, each under its name. */
    private static String steps(List<Node> parts) {
        StringBuilder text = new StringBuilder();
        for (Node part : parts) {
            if (part instanceof MappingNode map
                    && field(map, "id") instanceof ScalarNode id
                    && field(map, "type") instanceof ScalarNode type
                    && field(map, "expect") != null
                    && QuestionFields.isStepwise(type.getValue())) {
                String label = field(map, "name") instanceof ScalarNode name
                        ? "$" + name.getValue() + "$"
                        : "$" + Latex.name(id.getValue()) + "$";
                text.append(label).append("\n\n{{steps(").append(id.getValue()).append(")}}\n\n");
            }
        }
        return text.toString();
    }

    private static @Nullable Node field(MappingNode map, String name) {
        return map.getValue().stream()
                .filter(entry -> name(entry).equals(name))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    private static String name(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
    }

    private static MappingNode with(MappingNode map, Map<String, Node> changes, String... without) {
        if (changes.isEmpty() && without.length == 0) {
            return map;
        }
        List<NodeTuple> entries = new ArrayList<>();
        Map<String, Node> open = new LinkedHashMap<>(changes);
        for (NodeTuple entry : map.getValue()) {
            Node change = open.remove(name(entry));
            if (change != null) {
                entries.add(new NodeTuple(entry.getKeyNode(), change));
            } else if (!List.of(without).contains(name(entry))) {
                entries.add(entry);
            }
        }
        open.forEach((name, value) -> entries.add(new NodeTuple(
                new ScalarNode(Tag.STR, true, name, ScalarStyle.PLAIN, value.getStartMark(), value.getStartMark()),
                value)));
        return mapping(map, entries);
    }

    private static MappingNode mapping(MappingNode like, List<NodeTuple> entries) {
        return new MappingNode(like.getTag(), true, entries, FlowStyle.BLOCK, like.getStartMark(), like.getEndMark());
    }

    private static ScalarNode scalar(String text, ScalarNode like) {
        return new ScalarNode(Tag.STR, true, text, ScalarStyle.DOUBLE_QUOTED, like.getStartMark(), like.getEndMark());
    }
}
