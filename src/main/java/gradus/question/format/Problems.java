package gradus.question.format;

import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.QuestionException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** What has been found wrong with a file so far. */
public final class Problems {
    private final String file;
    private final List<String> lines;
    private final List<Problem> found = new ArrayList<>();

    /**
     * No problems yet.
     *
     * @param text the whole file
     */
    public Problems(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    public String file() {
        return file;
    }

    /** A line of the file, counted from 0; empty beyond its end. */
    String line(int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    /** A problem with the file as a whole, not added to the others. */
    public Problem first(Message message) {
        return new Problem(file, 1, 1, message);
    }

    /** A problem at the beginning of a node, not added to the others. */
    public Problem at(Node node, Message message) {
        Optional<Mark> mark = node.getStartMark();
        return new Problem(
                file,
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1,
                message);
    }

    public void add(Node node, Message message) {
        add(node.getStartMark(), message);
    }

    public void add(Optional<Mark> mark, Message message) {
        add(mark.map(Mark::getLine).orElse(0), mark.map(Mark::getColumn).orElse(0), message);
    }

    /** A problem at a place that is counted from 0. */
    public void add(int line, int column, Message message) {
        Problem problem = new Problem(file, line + 1, column + 1, message);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the file. */
    public List<Problem> all() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return sorted;
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new QuestionException(all());
        }
    }
}
