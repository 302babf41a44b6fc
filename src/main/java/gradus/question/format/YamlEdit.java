package gradus.question.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML text in which single values are put in the place of others. All else stays as it was typed: comments, order, quotes,
 * spaces. Paths are names of fields, and numbers of items from 0.
 */
public final class YamlEdit {
    private final String text;
    private final Node root;

    private YamlEdit(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /** The text, ready to be changed; empty where it is no YAML. */
    public static Optional<YamlEdit> of(String text) {
        Node root = YamlTree.read(text, new Problems("", text));
        return root instanceof MappingNode ? Optional.of(new YamlEdit(text, root)) : Optional.empty();
    }

    public String text() {
        return text;
    }

    public Node root() {
        return root;
    }

    /** What stands at a place as it was typed: a list in its brackets, a scalar without its quotes. */
    public static String source(String text, Node node) {
        return node instanceof ScalarNode scalar
                ? scalar.getValue().stripTrailing()
                : text.substring(start(text, node), end(text, node));
    }

    /** What stands at a place; null where nothing does. */
    public @Nullable Node find(List<Object> path) {
        Node place = root;
        for (Object step : path) {
            place = place == null ? null : YamlTree.inside(place, step);
        }
        return place;
    }

    /** The value at a place; empty where there is none. */
    public Optional<String> value(List<Object> path) {
        return Optional.ofNullable(find(path)).map(node -> source(text, node));
    }

    /** A list of texts in brackets. */
    public static String list(List<String> items) {
        return items.stream().map(item -> ScalarText.of(item, true)).collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * The text with this value at a place, which is made where it is missing. An empty value takes its field away where that
     * leaves others.
     */
    public String with(List<Object> path, String value) {
        Node there = find(path);
        Object last = path.get(path.size() - 1);
        List<Object> around = path.subList(0, path.size() - 1);
        Node parent = find(around);
        if (there == null) {
            if (value.isEmpty()) {
                return text;
            }
            return parent instanceof MappingNode map
                    ? added(map, String.valueOf(last), value)
                    : made(around, last, value);
        }
        if (value.isEmpty()
                && parent instanceof MappingNode map
                && map.getValue().size() > 1) {
            return without(map, last);
        }
        return replaced(there, written(value, there, isFlow(around), column(start(text, there))));
    }

    /** The text with something else in the place of a node; behind a space where nothing stood there, as in {@code a:}. */
    private String replaced(Node there, String fresh) {
        int start = start(text, there);
        String gap = ":-".indexOf(text.charAt(start - 1)) >= 0 ? " " : "";
        return text.substring(0, start) + gap + fresh + text.substring(end(text, there));
    }

    /** The text with this YAML at a place, as it is; as a text in quotes where it is none that can stand there. */
    public String withYaml(List<Object> path, String yaml) {
        boolean fits = isCollection(yaml) || isQuoted(yaml) || ScalarText.isPlain(yaml, true);
        String fresh = fits ? yaml : ScalarText.quoted(yaml);
        Node there = find(path);
        if (there == null) {
            Node parent = find(path.subList(0, path.size() - 1));
            return parent instanceof MappingNode map ? inserted(map, path.get(path.size() - 1) + ": " + fresh) : text;
        }
        return replaced(there, fresh);
    }

    /** Makes the fields around a place that is missing with all that it stands in. */
    private String made(List<Object> around, Object name, String value) {
        String inner = "{" + name + ": " + ScalarText.of(value, true) + "}";
        Node parent = find(around.subList(0, around.size() - 1));
        Object outer = around.get(around.size() - 1);
        return parent instanceof MappingNode map ? inserted(map, outer + ": " + inner) : text;
    }

    private String added(MappingNode map, String name, String value) {
        boolean flow = map.getFlowStyle() == FlowStyle.FLOW;
        int column = flow ? 0 : column(start(text, map.getValue().get(0).getKeyNode()));
        return inserted(map, name + ": " + written(value, null, flow, column));
    }

    private String inserted(MappingNode map, String field) {
        if (map.getFlowStyle() == FlowStyle.FLOW) {
            int end = end(text, map) - 1;
            String comma = map.getValue().isEmpty() ? "" : ", ";
            int after = map.getValue().isEmpty()
                    ? end
                    : end(text, map.getValue().get(map.getValue().size() - 1).getValueNode());
            return text.substring(0, after) + comma + field + text.substring(after);
        }
        int column = column(start(text, map.getValue().get(0).getKeyNode()));
        return afterLine(end(text, map), " ".repeat(column) + field);
    }

    private String afterLine(int place, String line) {
        int end = text.indexOf('\n', place);
        return end < 0 ? text + "\n" + line + "\n" : text.substring(0, end + 1) + line + "\n" + text.substring(end + 1);
    }

    private String without(MappingNode map, Object name) {
        List<NodeTuple> fields = map.getValue();
        int at = fields.indexOf(YamlTree.entry(map, name));
        int end = end(text, fields.get(at).getValueNode());
        if (at == 0) {
            return text.substring(0, start(text, fields.get(0).getKeyNode()))
                    + text.substring(start(text, fields.get(1).getKeyNode()));
        }
        if (map.getFlowStyle() == FlowStyle.FLOW) {
            return text.substring(0, end(text, fields.get(at - 1).getValueNode())) + text.substring(end);
        }
        int begin = lineStart(start(text, fields.get(at).getKeyNode()));
        int next = text.indexOf('\n', end);
        return text.substring(0, begin) + (next < 0 ? "" : text.substring(next + 1));
    }

    /** The text with an item of a list once more behind it, changed as said. */
    public String doubled(List<Object> path, java.util.function.UnaryOperator<String> change) {
        Node item = find(path);
        if (item == null || !(find(path.subList(0, path.size() - 1)) instanceof SequenceNode list)) {
            return text;
        }
        int start = start(text, item);
        int end = end(text, item);
        String copy = change.apply(text.substring(start, end));
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            return text.substring(0, end) + ", " + copy + text.substring(end);
        }
        return afterLine(end, text.substring(lineStart(start), start) + copy);
    }

    /** The text without an item of a list; as it is where that would leave none. */
    public String without(List<Object> path) {
        Node item = find(path);
        if (item == null
                || !(find(path.subList(0, path.size() - 1)) instanceof SequenceNode list)
                || list.getValue().size() < 2) {
            return text;
        }
        int end = end(text, item);
        int at = list.getValue().indexOf(item);
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            return at > 0
                    ? text.substring(0, end(text, list.getValue().get(at - 1))) + text.substring(end)
                    : text.substring(0, start(text, item))
                            + text.substring(start(text, list.getValue().get(1)));
        }
        int next = text.indexOf('\n', end);
        return text.substring(0, lineStart(start(text, item))) + (next < 0 ? "" : text.substring(next + 1));
    }

    private boolean isFlow(List<Object> path) {
        for (int i = 0; i <= path.size(); i++) {
            if (find(path.subList(0, i)) instanceof CollectionNode<?> around
                    && around.getFlowStyle() == FlowStyle.FLOW) {
                return true;
            }
        }
        return false;
    }

    private int lineStart(int place) {
        return text.lastIndexOf('\n', place - 1) + 1;
    }

    private int column(int place) {
        return place - lineStart(place);
    }

    private String written(String value, @Nullable Node before, boolean flow, int column) {
        boolean list = before == null || before instanceof CollectionNode<?>;
        if (list && isCollection(value)) {
            return value;
        }
        if (value.contains("\n") && !flow && !value.startsWith(" ") && !value.startsWith("\n")) {
            int indent = before == null ? column + 2 : blockIndent(before);
            return "|\n"
                    + value.stripTrailing()
                            .lines()
                            .map(line -> line.isEmpty() ? line : " ".repeat(indent) + line)
                            .collect(Collectors.joining("\n"));
        }
        boolean quoted = before instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                        || scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED);
        return quoted ? ScalarText.quoted(value) : ScalarText.of(value, flow);
    }

    /** How far a text of several lines is indented: two further than the line that its field begins on. */
    private int blockIndent(Node before) {
        int line = lineStart(start(text, before));
        int indent = 0;
        while (line + indent < text.length() && " -".indexOf(text.charAt(line + indent)) >= 0) {
            indent++;
        }
        return indent + 2;
    }

    private static boolean isQuoted(String value) {
        return (value.startsWith("'") || value.startsWith("\""))
                && !value.contains("\n")
                && YamlTree.read(value, new Problems("", value)) instanceof ScalarNode;
    }

    /** In brackets, that is: without them a map cannot stand behind the name of its field. */
    private static boolean isCollection(String value) {
        return (value.startsWith("[") || value.startsWith("{"))
                && !value.contains("\n")
                && YamlTree.read(value, new Problems("", value)) instanceof CollectionNode<?>;
    }

    static int start(String text, Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().orElseThrow().getIndex());
    }

    /** Where something really ends: block collections are said to end where the next thing begins. */
    static int end(String text, Node node) {
        if (node instanceof CollectionNode<?> block && block.getFlowStyle() != FlowStyle.FLOW) {
            List<Node> inner = new ArrayList<>();
            if (node instanceof MappingNode map) {
                map.getValue().forEach(field -> inner.add(field.getValueNode()));
            } else if (node instanceof SequenceNode list) {
                inner.addAll(list.getValue());
            }
            return inner.isEmpty() ? start(text, node) : end(text, inner.get(inner.size() - 1));
        }
        int start = start(text, node);
        int end = text.offsetByCodePoints(0, node.getEndMark().orElseThrow().getIndex());
        boolean block = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        while (block && end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
