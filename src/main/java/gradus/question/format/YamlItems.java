package gradus.question.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The items of a list at the top of a YAML text, put in another order, left out and joined by new ones. Comments above an item
 * go with it; all around the list stays as it was typed.
 */
public final class YamlItems {
    private final String text;
    private final NodeTuple field;
    private final List<Node> items;

    private YamlItems(String text, NodeTuple field, List<Node> items) {
        this.text = text;
        this.field = field;
        this.items = items;
    }

    /**
     * An item that shall stand in the list.
     *
     * @param was the place of the item before, from 0; negative for a new one
     * @param fresh a new one as it is written, in brackets
     */
    public record Item(int was, String fresh) {}

    /** The items of this list; empty where the text has no such list. */
    public static Optional<YamlItems> of(String text, String list) {
        if (!(YamlTree.read(text, new Problems("", text)) instanceof MappingNode map)) {
            return Optional.empty();
        }
        return map.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(list)
                        && entry.getValueNode() instanceof SequenceNode)
                .findFirst()
                .map(entry -> new YamlItems(text, entry, ((SequenceNode) entry.getValueNode()).getValue()));
    }

    public int count() {
        return items.size();
    }

    /** The text with these items in this order. */
    public String arranged(List<Item> wanted) {
        Node list = field.getValueNode();
        boolean flow = ((SequenceNode) list).getFlowStyle() == FlowStyle.FLOW;
        if (wanted.isEmpty()) {
            int key = YamlEdit.end(text, field.getKeyNode());
            int end = YamlEdit.end(text, list);
            return text.substring(0, key) + ": []" + text.substring(flow ? end : lineBreak(text, end));
        }
        if (items.isEmpty()) {
            StringBuilder lines = new StringBuilder();
            wanted.forEach(item -> lines.append("\n  - ").append(item.fresh()));
            return text.substring(0, YamlEdit.end(text, field.getKeyNode()) + 1)
                    + lines
                    + text.substring(YamlEdit.end(text, list));
        }
        return flow ? inBrackets(wanted) : inLines(wanted);
    }

    private String inBrackets(List<Item> wanted) {
        StringBuilder arranged = new StringBuilder(text.substring(0, YamlEdit.start(text, items.get(0))));
        for (int i = 0; i < wanted.size(); i++) {
            Item item = wanted.get(i);
            arranged.append(item.was() < 0 ? item.fresh() : source(items.get(item.was())));
            if (i + 1 < wanted.size()) {
                arranged.append(
                        i + 1 < items.size()
                                ? text.substring(
                                        YamlEdit.end(text, items.get(i)), YamlEdit.start(text, items.get(i + 1)))
                                : ", ");
            }
        }
        return arranged + text.substring(YamlEdit.end(text, items.get(items.size() - 1)));
    }

    private String source(Node item) {
        return text.substring(YamlEdit.start(text, item), YamlEdit.end(text, item));
    }

    private String inLines(List<Item> wanted) {
        List<Integer> ends = new ArrayList<>();
        ends.add(lineEnd(text, field.getKeyNode()));
        items.forEach(item -> ends.add(lineEnd(text, item)));
        int first = YamlEdit.start(text, items.get(0));
        String mark = text.substring(text.lastIndexOf('\n', first - 1) + 1, first);
        StringBuilder arranged = new StringBuilder(text.substring(0, ends.get(0)));
        for (Item item : wanted) {
            String lines = item.was() < 0
                    ? mark + item.fresh()
                    : text.substring(ends.get(item.was()), ends.get(item.was() + 1));
            arranged.append(lines).append(lines.endsWith("\n") ? "" : "\n");
        }
        return arranged + text.substring(ends.get(items.size()));
    }

    /** Where the line ends that something ends on, its line break included. */
    private static int lineEnd(String text, Node node) {
        return Math.min(lineBreak(text, YamlEdit.end(text, node)) + 1, text.length());
    }

    private static int lineBreak(String text, int place) {
        int end = text.indexOf('\n', place);
        return end < 0 ? text.length() : end;
    }
}
