package gradus.question;

import gradus.expression.Expression;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A test of a question: answers on a variant and the result they must get. Run by {@code check}.
 *
 * @param line its line in the file, from 1
 * @param column its column in the file, from 1
 * @param with fixed parameters by name
 * @param give the answers by part id; other parts stay blank
 * @param score the expected points of all of them
 * @param mistake the expected mistakes by part id
 */
public record QuestionTest(
        int line,
        int column,
        long seed,
        Map<String, Expression> with,
        Map<String, Given> give,
        @Nullable BigFraction score,
        Map<String, String> mistake) {

    /** What is entered into a part: an expression, or for a text part the text itself. */
    public sealed interface Given {
        record Computed(Expression expression) implements Given {}

        record Typed(String response) implements Given {}
    }

    public QuestionTest {
        with = Map.copyOf(with);
        give = Map.copyOf(give);
        mistake = Map.copyOf(mistake);
    }
}
