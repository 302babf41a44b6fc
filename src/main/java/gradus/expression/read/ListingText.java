package gradus.expression.read;

import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.function.Sentence;
import gradus.expression.node.Listing.Symbol;
import gradus.expression.node.ShapeRule;
import gradus.expression.value.Names;
import gradus.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The text of one listing in a YAML file: its fields with their places. */
final class ListingText {
    private static final Set<String> FIELDS =
            Set.of("signature", "say", "source", "symbols", "require", "start", "each", "lines", "returns", "examples");

    /** What people compute instead, which only the engine's own listings say. */
    private static final String FAULTS = "faults";

    private static final Set<String> OF_SYMBOL = Set.of("say", "shape", "row", "number", "latex");

    private static final Predicate<String> IS_LANGUAGE =
            Pattern.compile("[a-z]{2}").asMatchPredicate();

    private final Entry name;
    private final Map<String, Node> fields = new HashMap<>();
    private final List<ListingFile.Fault> faults;
    private final boolean isOfEngine;

    ListingText(ScalarNode name, Node fields, Group group, List<ListingFile.Fault> faults) {
        this.isOfEngine = group == Group.ENGINE;
        this.name = Entry.of(name);
        this.faults = faults;
        if (fields instanceof MappingNode map) {
            for (NodeTuple field : map.getValue()) {
                read(field);
            }
        } else {
            fault(fields, 0, Message.of("listing.not-a-map", name.getValue()));
        }
    }

    /** A text with its place in the file. */
    record Entry(String text, Node node, int skipped) {
        static Entry of(Node node) {
            return new Entry(node instanceof ScalarNode scalar ? scalar.getValue() : "", node, 0);
        }

        /** The rest of the text from an offset on. */
        Entry from(int offset) {
            return new Entry(text.substring(offset), node, skipped + offset);
        }
    }

    /** A name and the text after its colon. */
    record Named(Entry name, Entry value) {}

    private void read(NodeTuple field) {
        String key = Entry.of(field.getKeyNode()).text();
        if (!FIELDS.contains(key) && !(isOfEngine && key.equals(FAULTS))) {
            String nearest = Spelling.nearest(key, FIELDS);
            fault(
                    field.getKeyNode(),
                    0,
                    nearest == null
                            ? Message.of(
                                    "listing.unknown-field",
                                    key,
                                    String.join(", ", FIELDS.stream().sorted().toList()))
                            : Message.of("listing.unknown-field-near", key, nearest));
        } else if (fields.put(key, field.getValueNode()) != null) {
            fault(field.getKeyNode(), 0, Message.of("question.name-twice", key));
        }
    }

    Entry name() {
        return name;
    }

    int faults() {
        return faults.size();
    }

    void fault(Entry entry, int offset, Message message) {
        fault(entry.node(), entry.skipped() + offset, message);
    }

    /** Reports an error at a character of a one-line text, or at the start of a longer one. */
    private void fault(Node node, int offset, Message message) {
        Mark from = node.getStartMark().orElse(null);
        Mark to = node.getEndMark().orElse(null);
        int line = from == null ? 0 : from.getLine();
        int column = from == null ? 0 : from.getColumn();
        if (from != null && to != null && node instanceof ScalarNode scalar && from.getLine() == to.getLine()) {
            int quote = scalar.isPlain() ? 0 : 1;
            boolean asWritten = to.getColumn() - from.getColumn() - 2 * quote
                    == scalar.getValue().length();
            column += asWritten ? quote + Math.max(0, offset) : 0;
        }
        faults.add(new ListingFile.Fault(line + 1, column + 1, message));
    }

    /** The text of a field; null if it is missing. */
    @Nullable
    Entry field(String field) {
        Node node = fields.get(field);
        if (node == null || node instanceof ScalarNode) {
            return node == null ? null : Entry.of(node);
        }
        if (!field.equals("returns")) {
            fault(node, 0, Message.of("listing.not-a-text", field));
        }
        return null;
    }

    /** The texts of a list, or a single text in place of a list. */
    List<Entry> items(String field) {
        Node node = fields.get(field);
        List<Entry> items = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> items.add(text(field, item)));
        } else if (node != null) {
            items.add(text(field, node));
        }
        return items;
    }

    private Entry text(String field, Node node) {
        if (!(node instanceof ScalarNode)) {
            fault(node, 0, Message.of("listing.not-a-text", field));
        }
        return Entry.of(node);
    }

    /** The names and texts of a map. */
    List<Named> map(String field) {
        Node node = fields.get(field);
        List<Named> entries = new ArrayList<>();
        if (node instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                boolean texts = field.equals("symbols") || entry.getValueNode() instanceof ScalarNode;
                Entry value = texts ? Entry.of(entry.getValueNode()) : text(field, entry.getValueNode());
                entries.add(new Named(Entry.of(entry.getKeyNode()), value));
            }
        } else if (node != null) {
            fault(node, 0, Message.of("listing.not-a-map", field));
        }
        return entries;
    }

    /** What people compute instead, by kind of fault: a text or a list of texts each. */
    Map<String, List<Entry>> faultForms() {
        Map<String, List<Entry>> forms = new LinkedHashMap<>();
        if (fields.get(FAULTS) instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                List<Node> texts = entry.getValueNode() instanceof SequenceNode list
                        ? list.getValue()
                        : List.of(entry.getValueNode());
                forms.put(
                        Entry.of(entry.getKeyNode()).text(),
                        texts.stream().map(form -> text(FAULTS, form)).toList());
            }
        }
        return forms;
    }

    /** The sentence about the function; its name if there is none. */
    Sentence say() {
        Node say = fields.get("say");
        if (say == null) {
            fault(name, 0, Message.of("listing.missing", "say"));
        }
        return say == null ? Sentence.of("") : sentence(say);
    }

    private Sentence sentence(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Sentence.of(scalar.getValue());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        if (node instanceof MappingNode map) {
            for (NodeTuple text : map.getValue()) {
                texts.put(
                        Entry.of(text.getKeyNode()).text(),
                        Entry.of(text.getValueNode()).text());
            }
        }
        String any = texts.values().stream().findFirst().orElse("");
        if (any.isEmpty() || !texts.keySet().stream().allMatch(IS_LANGUAGE)) {
            fault(node, 0, Message.of("listing.say"));
        }
        return texts.isEmpty() ? Sentence.of("") : new Sentence(texts);
    }

    /** The description of a name: its meaning alone, or a map with its shape. */
    Symbol symbol(Named named) {
        if (!(named.value().node() instanceof MappingNode map) || isSentence(map)) {
            return new Symbol(sentence(named.value().node()), null, null);
        }
        Map<String, Node> given = new HashMap<>();
        for (NodeTuple field : map.getValue()) {
            String key = Entry.of(field.getKeyNode()).text();
            if (!OF_SYMBOL.contains(key)) {
                fault(
                        field.getKeyNode(),
                        0,
                        Message.of(
                                "listing.unknown-field",
                                key,
                                String.join(", ", OF_SYMBOL.stream().sorted().toList())));
            }
            given.put(key, field.getValueNode());
        }
        Node say = given.get("say");
        Node latex = given.get("latex");
        return new Symbol(
                say == null ? null : sentence(say),
                shape(given),
                latex == null ? null : Entry.of(latex).text());
    }

    private static boolean isSentence(MappingNode map) {
        return map.getValue().stream()
                .allMatch(text -> IS_LANGUAGE.test(Entry.of(text.getKeyNode()).text()));
    }

    private static @Nullable ShapeRule shape(Map<String, Node> given) {
        Node shape = given.get("shape");
        boolean row = isTrue(given.get("row"));
        boolean number = isTrue(given.get("number"));
        if (shape instanceof SequenceNode axes) {
            return new ShapeRule(
                    axes.getValue().stream().map(axis -> Entry.of(axis).text()).toList(), null, row, number);
        }
        return shape == null
                ? null
                : new ShapeRule(List.of(), Names.fold(Entry.of(shape).text()), row, number);
    }

    private static boolean isTrue(@Nullable Node flag) {
        return flag != null && Entry.of(flag).text().equals("true");
    }
}
