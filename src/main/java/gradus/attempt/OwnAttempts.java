package gradus.attempt;

/** Attempts as their owners reach them, and nobody else. */
public final class OwnAttempts {
    private final Attempts attempts;
    private final Submissions submissions;

    public OwnAttempts(Attempts attempts, Submissions submissions) {
        this.attempts = attempts;
        this.submissions = submissions;
    }

    /** An attempt with its deadline in force, without its questions; ended if its time is over. */
    public Sitting time(Attempt attempt) {
        return submissions.endIfOver(attempts.time(attempt));
    }

    /** An attempt with everything that belongs to it; ended if its time is over. */
    public Sitting sitting(Attempt attempt) {
        return submissions.endIfOver(attempts.sitting(attempt));
    }
}
