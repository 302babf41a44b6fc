package gradus.question;

/**
 * A hint that a student may ask for in practice.
 *
 * @param cost the fraction of the question's points deducted for it, 0 to 1
 */
public record Hint(Text say, double cost) {}
