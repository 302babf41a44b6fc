package gradus.exam;

import gradus.expression.value.Value;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A question of an exam.
 *
 * @param question its id in the bank
 * @param points for the whole question, spread over its parts in the proportion of their own
 * @param label what the exam numbers it
 * @param with parameters that are fixed rather than drawn
 */
public record ExamEntry(String question, BigFraction points, String label, Map<String, Value> with) {
    public ExamEntry {
        with = Map.copyOf(with);
    }
}
