package gradus.question;

import gradus.expression.Expression;

/**
 * A known wrong procedure of a part, computed on the same variant.
 *
 * @param credit the fraction of the part's points that its answer earns, 0 to 1
 * @param once whether the mistake is penalised only the first time it occurs in a question
 * @param say one sentence that tells students what they did
 */
public record Mistake(String id, Expression expect, double credit, boolean once, Text say) {}
