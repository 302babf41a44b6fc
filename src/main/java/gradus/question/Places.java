package gradus.question;

import gradus.message.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** The places of a question's parts and mistakes in its file, for reporting problems that show only on variants. */
public final class Places {
    /** The prefix of a question's field, which tells it from a part of the same name. */
    public static final String FIELD = "/";

    private record Place(int line, int column) {}

    private final String file;
    private final Map<List<String>, Place> places = new HashMap<>();

    public Places(String file) {
        this.file = file;
    }

    /** Records the place of a node: a part by its id, a mistake by its part's id and its own, or a field. */
    public void put(Node node, String... path) {
        Mark mark = node.getStartMark().orElseThrow();
        places.putIfAbsent(List.of(path), new Place(mark.getLine() + 1, mark.getColumn() + 1));
    }

    /** A problem at the place of the longest known prefix of the path; at the start of the file where none is known. */
    Problem problem(Message message, List<String> path) {
        for (int length = path.size(); length > 0; length--) {
            Place place = places.get(path.subList(0, length));
            if (place != null) {
                return new Problem(file, place.line(), place.column(), message);
            }
        }
        return new Problem(file, 1, 1, message);
    }
}
