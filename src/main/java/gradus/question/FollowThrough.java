package gradus.question;

/**
 * What a part can still earn where it is computed from wrong answers to earlier parts.
 *
 * @param credit the fraction of the points, 0 to 1; 0 turns follow-through off
 * @param anyReading whether a wrong earlier answer is used even where its cause is unknown
 */
public record FollowThrough(double credit, boolean anyReading) {
    public static final FollowThrough DEFAULT = new FollowThrough(1, true);
}
