package gradus.question;

import gradus.expression.Expression;

/**
 * A known wrong procedure of a part, computed on the same variant.
 *
 * @param credit the fraction of the part's points that its answer earns, 0 to 1
 * @param once whether the same mistake costs only once in a question
 * @param say what the student did, in a sentence
 */
public record Mistake(String id, Expression expect, double credit, boolean once, Text say) {}
