package gradus.question;

import gradus.expression.Expression;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What a variant of a question must make of some answers; run by {@code check}.
 *
 * @param line where it stands in its file, from 1
 * @param column where it stands in its file, from 1
 * @param with fixed parameters by name
 * @param give the answers by the ids of their parts; other parts stay blank
 * @param score the points due for all of them
 * @param mistake the mistakes due, by the ids of their parts
 */
public record QuestionTest(
        int line,
        int column,
        long seed,
        Map<String, Expression> with,
        Map<String, Given> give,
        @Nullable BigFraction score,
        Map<String, String> mistake) {

    /** What is typed into a part: an expression, or in a text part the text itself. */
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
