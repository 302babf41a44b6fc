package gradus.question;

import gradus.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A further right answer of a part.
 *
 * @param note what a student who gives it is told
 */
public record Accept(Expression expect, @Nullable Text note) {}
