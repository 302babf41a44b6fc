package gradus.question;

import gradus.expression.Expression;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another whole set of keys that is as right as the question's own.
 *
 * @param say what a student who follows it is told
 * @param expect keys by the ids of their parts; parts that it does not name keep their own
 */
public record Convention(String id, @Nullable Text say, Map<String, Expression> expect) {
    public Convention {
        expect = Map.copyOf(expect);
    }
}
