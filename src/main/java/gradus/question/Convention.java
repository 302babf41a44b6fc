package gradus.question;

import gradus.expression.Expression;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alternative complete set of keys that is as right as the question's own.
 *
 * @param say the feedback for a student who follows it; null for none
 * @param expect keys by part id; parts not named here keep their own
 */
public record Convention(String id, @Nullable Text say, Map<String, Expression> expect) {
    public Convention {
        expect = Map.copyOf(expect);
    }
}
