package gradus.question;

/**
 * What a part that builds on wrong earlier parts can still earn.
 *
 * @param credit the fraction of the points, 0 to 1; 0 turns follow-through off
 * @param anyReading whether earlier readings stand in even where they are wrong without a known reason
 */
public record FollowThrough(double credit, boolean anyReading) {
    public static final FollowThrough USUAL = new FollowThrough(1, true);
}
