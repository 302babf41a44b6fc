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
