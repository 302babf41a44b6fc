package gradus.attempt;

/** Attempts as their owners reach them, and nobody else. */
public final class OwnAttempts {
    private final Attempts attempts;
    private final Submissions submissions;
    private final Locks locks;

    public OwnAttempts(Attempts attempts, Submissions submissions, Locks locks) {
        this.attempts = attempts;
        this.submissions = submissions;
        this.locks = locks;
    }

    /** An attempt with its deadline in force, without its questions; ended if its time is over. */
    public Sitting time(Attempt attempt) {
        return submissions.endIfOver(attempts.time(attempt));
    }

    /** An attempt with everything that belongs to it; ended if its time is over. */
    public Sitting sitting(Attempt attempt) {
        return submissions.endIfOver(attempts.sitting(attempt));
    }

    /**
     * A question of an attempt, which does not rest while an exam that asks the same is open.
     *
     * @throws gradus.web.Refusal 409 where it does
     */
    public QuestionInAttempt unlocked(Sitting sitting, QuestionInAttempt asked) {
        locks.check(sitting, asked);
        return asked;
    }

    /**
     * Passes where no question of an attempt rests.
     *
     * @throws gradus.web.Refusal 409 where one does
     */
    public void refuseIfResting(Sitting sitting) {
        sitting.asked().forEach(asked -> unlocked(sitting, asked));
    }

    /** Whether a question of an attempt rests, so that nothing may be told of what it came to. */
    public boolean rests(Sitting sitting) {
        return sitting.asked().stream().anyMatch(asked -> locks.rests(sitting, asked));
    }
}
