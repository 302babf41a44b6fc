package gradus.question.format;

import gradus.message.Message;
import gradus.question.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
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
            Node inner = place == null ? null : YamlTree.inside(place, step);
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
            place = place == null ? null : YamlTree.inside(place, step);
        }
        return place != null;
    }

    /** The path to the innermost piece that begins at a place of the file, counted from 1, or last before it. */
    public List<Object> path(int line, int column) {
        List<Object> path = new ArrayList<>();
        Node place = root;
        while (place != null) {
            Object step = null;
            Node inner = null;
            if (place instanceof SequenceNode list) {
                for (int i = 0; i < list.getValue().size(); i++) {
                    if (isReached(list.getValue().get(i), line, column)) {
                        step = i;
                        inner = list.getValue().get(i);
                    }
                }
            } else if (place instanceof MappingNode map) {
                for (NodeTuple field : map.getValue()) {
                    if (field.getKeyNode() instanceof ScalarNode name && isReached(name, line, column)) {
                        step = name.getValue();
                        inner = field.getValueNode();
                    }
                }
            }
            if (step != null) {
                path.add(step);
            }
            place = inner;
        }
        return path;
    }

    private static boolean isReached(Node node, int line, int column) {
        Mark start = node.getStartMark().orElseThrow();
        return start.getLine() < line - 1 || (start.getLine() == line - 1 && start.getColumn() < column);
    }
}
