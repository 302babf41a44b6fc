package gradus.question.file;

import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.QuestionException;
import gradus.question.format.Problems;
import gradus.question.format.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The text of a question in which a part takes one more right answer, beside those that its author wrote. */
public final class AcceptedToo {
    private static final int WIDEST = 4_000;

    private AcceptedToo() {}

    /**
     * The new text; comments of the old one are not in it, and the functions that stood behind it are.
     *
     * @param answer an expression as authors write them
     * @throws QuestionException where the question with this answer is not valid, or does not write the part out by itself
     */
    public static String in(String text, String part, String answer) {
        String own = CourseFunctions.question(text);
        Problems problems = new Problems("", own);
        Node root = YamlTree.read(own, problems);
        MappingNode found = root == null ? null : part(root, part);
        if (root == null || found == null) {
            throw new QuestionException(List.of(new Problem("", 1, 1, Message.of("regrade.part-not-written", part))));
        }
        accept(found, answer);
        DumpSettings settings = DumpSettings.builder().setWidth(WIDEST).build();
        String written = new Present(settings)
                .emitToString(new Serialize(settings).serializeOne(root).iterator());
        String whole = CourseFunctions.withThoseOf(text, written);
        QuestionFile.read(whole, "");
        return whole;
    }

    private static @Nullable MappingNode part(Node root, String id) {
        Optional<Node> parts = field(root, "parts");
        if (parts.isPresent() && parts.get() instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                Optional<Node> its = field(item, "id");
                if (item instanceof MappingNode map
                        && its.isPresent()
                        && its.get() instanceof ScalarNode name
                        && name.getValue().equals(id)) {
                    return map;
                }
            }
        }
        return null;
    }

    private static Optional<Node> field(Node node, String name) {
        if (node instanceof MappingNode map) {
            for (NodeTuple field : map.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(name)) {
                    return Optional.of(field.getValueNode());
                }
            }
        }
        return Optional.empty();
    }

    private static void accept(MappingNode part, String answer) {
        List<NodeTuple> fields = new ArrayList<>();
        fields.add(new NodeTuple(word("expect"), new ScalarNode(Tag.STR, answer, ScalarStyle.SINGLE_QUOTED)));
        MappingNode entry = new MappingNode(Tag.MAP, fields, FlowStyle.FLOW);
        Optional<Node> accepted = field(part, "accept");
        if (accepted.isPresent() && accepted.get() instanceof SequenceNode list) {
            list.getValue().add(entry);
            return;
        }
        List<Node> entries = new ArrayList<>(List.of(entry));
        part.getValue().add(new NodeTuple(word("accept"), new SequenceNode(Tag.SEQ, entries, FlowStyle.FLOW)));
    }

    private static ScalarNode word(String name) {
        return new ScalarNode(Tag.STR, name, ScalarStyle.PLAIN);
    }
}
