package gradus.question.format;

import gradus.message.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML 1.2 text as a tree of nodes that know their places, with bounds on its size. */
public final class YamlTree {
    /** Characters that a file may have. */
    public static final int LONGEST_FILE = 1_000_000;

    private static final int MOST_NODES = 100_000;
    private static final int DEEPEST = 50;

    private YamlTree() {}

    /** The only document of a file; null where it is no YAML, which is then among the problems. */
    public static @Nullable Node read(String yaml, Problems problems) {
        if (yaml.length() > LONGEST_FILE) {
            problems.add(0, 0, Message.of("question.file-too-long", LONGEST_FILE));
            return null;
        }
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setUseMarks(true)
                    .setAllowDuplicateKeys(true)
                    .setMaxAliasesForCollections(DEEPEST)
                    .build();
            Optional<Node> root = new Compose(settings).composeString(yaml);
            if (root.isEmpty()) {
                problems.add(0, 0, Message.of("question.file-empty"));
                return null;
            }
            if (count(root.get(), 0, 0) > MOST_NODES) {
                problems.add(root.get(), Message.of("question.file-too-nested"));
                return null;
            }
            return root.get();
        } catch (MarkedYamlEngineException broken) {
            problems.add(
                    broken.getProblemMark().or(broken::getContextMark),
                    Message.of("question.yaml-broken", String.valueOf(broken.getProblem())));
        } catch (YamlEngineException broken) {
            problems.add(0, 0, Message.of("question.yaml-broken", String.valueOf(broken.getMessage())));
        } catch (StackOverflowError deep) {
            problems.add(0, 0, Message.of("question.file-too-nested"));
        }
        return null;
    }

    /** What stands at a step of a path, the name of a field or the number of an item from 0; null where nothing does. */
    static @Nullable Node inside(Node node, Object step) {
        if (node instanceof SequenceNode list && step instanceof Integer index) {
            return index < list.getValue().size() ? list.getValue().get(index) : null;
        }
        NodeTuple entry = node instanceof MappingNode map ? entry(map, step) : null;
        return entry == null ? null : entry.getValueNode();
    }

    static @Nullable NodeTuple entry(MappingNode map, Object name) {
        return map.getValue().stream()
                .filter(field -> field.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The nodes of a tree, aliases unfolded; stops counting once there are too many or they lie too deep. */
    private static int count(Node node, int counted, int depth) {
        if (depth > DEEPEST || counted > MOST_NODES) {
            return MOST_NODES + 1;
        }
        int total = counted + 1;
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                total = count(item, total, depth + 1);
            }
        } else if (node instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                total = count(entry.getValueNode(), count(entry.getKeyNode(), total, depth + 1), depth + 1);
            }
        }
        return total;
    }
}
