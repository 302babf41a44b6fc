package gradus.question;

import gradus.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A further right answer of a part.
 *
 * @param note the feedback for a student who gives it; null for none
 */
public record Accept(Expression expect, @Nullable Text note) {}
