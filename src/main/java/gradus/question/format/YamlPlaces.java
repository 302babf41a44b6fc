package gradus.question.format;

import gradus.message.Message;
import gradus.question.Problem;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where the pieces of a file stand that reads, for what only shows afterwards. */
public final class YamlPlaces {
    private final Problems problems;
    private final @Nullable Node root;

    private YamlPlaces(Problems problems, @Nullable Node root) {
        this.problems = problems;
        this.root = root;
    }

    public static YamlPlaces of(String yaml, String file) {
        Problems problems = new Problems(file, yaml);
        return new YamlPlaces(problems, YamlTree.read(yaml, problems));
    }

    /**
     * A problem at a place of the file, or at the nearest place around it that is there.
     *
     * @param path names of fields, and numbers of items from 0
     */
    public Problem problem(Message message, Object... path) {
        Node place = root;
        for (Object step : path) {
            Node inner = place == null ? null : inside(place, step);
            if (inner == null) {
                break;
            }
            place = inner;
        }
        return place == null ? problems.first(message) : problems.at(place, message);
    }

    /** Whether there is something at a path. */
    public boolean has(Object... path) {
        Node place = root;
        for (Object step : path) {
            place = place == null ? null : inside(place, step);
        }
        return place != null;
    }

    private static @Nullable Node inside(Node node, Object step) {
        if (node instanceof SequenceNode list && step instanceof Integer index) {
            return index < list.getValue().size() ? list.getValue().get(index) : null;
        }
        if (node instanceof MappingNode map) {
            for (NodeTuple field : map.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(step)) {
                    return field.getValueNode();
                }
            }
        }
        return null;
    }
}
