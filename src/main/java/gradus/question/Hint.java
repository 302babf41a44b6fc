package gradus.question;

/**
 * A help that a student may ask for in practice.
 *
 * @param cost the fraction of the question's points that it costs, 0 to 1
 */
public record Hint(Text say, double cost) {}
