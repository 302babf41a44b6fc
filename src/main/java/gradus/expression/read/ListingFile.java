package gradus.expression.read;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.value.Names;
import gradus.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The functions that a YAML file of listings defines. A listing may call functions known before it and the listings above
 * it, so none can call itself.
 *
 * @param functions the listings without errors, in the order of the file
 * @param faults what is wrong with the others, each with its place
 */
public record ListingFile(List<LibraryFunction> functions, List<Fault> faults) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final int LONGEST = 200_000;
    private static final int MOST_FUNCTIONS = 100;
    private static final int DEEPEST = 10;

    /** An error in the file, with line and column from 1. */
    public record Fault(int line, int column, Message problem) {}

    /** The functions of a course, beside the engine's. */
    public static ListingFile ofCourse(String yaml) {
        return read(yaml, Engine.library(), Group.COURSE);
    }

    static ListingFile read(String yaml, Library known, Group group) {
        List<Fault> faults = new ArrayList<>();
        List<LibraryFunction> functions = new ArrayList<>();
        if (root(yaml, faults).orElse(null) instanceof MappingNode map && isShallow(map, 0)) {
            Library library = known;
            for (NodeTuple entry : map.getValue()) {
                LibraryFunction function = function(entry, library, group, faults);
                if (function != null) {
                    functions.add(function);
                    library = library.with(List.of(function));
                }
                if (functions.size() > MOST_FUNCTIONS) {
                    faults.add(new Fault(1, 1, Message.of("listing.too-many", MOST_FUNCTIONS)));
                    break;
                }
            }
        } else if (faults.isEmpty()) {
            faults.add(new Fault(1, 1, Message.of("listing.file")));
        }
        return new ListingFile(List.copyOf(functions), List.copyOf(faults));
    }

    private static @Nullable LibraryFunction function(
            NodeTuple entry, Library library, Group group, List<Fault> faults) {
        if (!(entry.getKeyNode() instanceof ScalarNode name)) {
            faults.add(new Fault(1, 1, Message.of("listing.file")));
            return null;
        }
        ListingText text = new ListingText(name, entry.getValueNode(), group, faults);
        if (!NAME.matcher(name.getValue()).matches() || !name.getValue().equals(Names.fold(name.getValue()))) {
            text.fault(text.name(), 0, Message.of("listing.bad-name", name.getValue()));
            return null;
        }
        if (library.isFunction(name.getValue())) {
            text.fault(text.name(), 0, Message.of("listing.name-taken", name.getValue()));
            return null;
        }
        return new ListingReader(text, library, group).read();
    }

    private static Optional<Node> root(String yaml, List<Fault> faults) {
        if (yaml.length() > LONGEST) {
            faults.add(new Fault(1, 1, Message.of("question.file-too-long", LONGEST)));
            return Optional.empty();
        }
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setUseMarks(true)
                    .setAllowDuplicateKeys(true)
                    .build();
            return new Compose(settings).composeString(yaml);
        } catch (MarkedYamlEngineException broken) {
            var mark = broken.getProblemMark().or(broken::getContextMark);
            faults.add(new Fault(
                    mark.map(place -> place.getLine() + 1).orElse(1),
                    mark.map(place -> place.getColumn() + 1).orElse(1),
                    Message.of("question.yaml-broken", String.valueOf(broken.getProblem()))));
        } catch (YamlEngineException | StackOverflowError broken) {
            faults.add(new Fault(1, 1, Message.of("question.yaml-broken", String.valueOf(broken.getMessage()))));
        }
        return Optional.empty();
    }

    private static boolean isShallow(Node node, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        return !(node instanceof MappingNode map)
                || map.getValue().stream().allMatch(entry -> isShallow(entry.getValueNode(), depth + 1));
    }
}
