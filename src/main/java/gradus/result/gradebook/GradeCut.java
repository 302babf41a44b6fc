package gradus.result.gradebook;

import java.math.BigDecimal;

/**
 * A letter and how far it reaches down.
 *
 * @param from the least total that has it, or what share of the class in percent may have it
 */
public record GradeCut(String letter, BigDecimal from) {}
