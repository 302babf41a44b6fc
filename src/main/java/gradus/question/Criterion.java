package gradus.question;

import org.apache.commons.numbers.fraction.BigFraction;

/** A scored statement of a rubric that a person ticks for a text part. */
public record Criterion(String id, BigFraction points, Text say) {}
