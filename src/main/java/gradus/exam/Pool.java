package gradus.exam;

import java.util.List;

/**
 * Some questions out of several: every attempt is asked so many of them as there are labels.
 *
 * @param item the place of the choice among the items of the exam's file, from 0
 * @param labels what the exam numbers those that are asked, in their order
 * @param of how many there are to choose from
 */
public record Pool(int item, List<String> labels, int of) {
    public Pool {
        labels = List.copyOf(labels);
    }

    /** How many are asked. */
    public int count() {
        return labels.size();
    }
}
