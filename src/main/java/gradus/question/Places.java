package gradus.question;

import gradus.message.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Where the parts of a question and their mistakes stand in its file, for problems that only its variants show. */
public final class Places {
    /** What a field of the question begins with where a part of the same name could be meant. */
    public static final String FIELD = "/";

    private record Place(int line, int column) {}

    private final String file;
    private final Map<List<String>, Place> places = new HashMap<>();

    public Places(String file) {
        this.file = file;
    }

    /** Remembers where something stands: a part by its id, a mistake by the ids of its part and its own, a field. */
    public void put(Node node, String... path) {
        Mark mark = node.getStartMark().orElseThrow();
        places.putIfAbsent(List.of(path), new Place(mark.getLine() + 1, mark.getColumn() + 1));
    }

    /** A problem with something; where its place is not known, with what it lies in or else with the file. */
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
