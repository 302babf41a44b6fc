package gradus.attempt;

import gradus.account.Viewer;
import gradus.course.Access;
import gradus.web.Refusal;
import java.util.UUID;

/** Attempts as their owners reach them, and nobody else. */
public final class OwnAttempts {
    private final Attempts attempts;
    private final Submissions submissions;
    private final Access access;

    public OwnAttempts(Attempts attempts, Submissions submissions, Access access) {
        this.attempts = attempts;
        this.submissions = submissions;
        this.access = access;
    }

    /**
     * The attempt of this id; anonymous visitors are asked to sign in, so that what their browser keeps can be sent.
     *
     * @throws Refusal 404 where it is not the viewer's
     */
    public Attempt attempt(Viewer viewer, String id) {
        if (!viewer.known()) {
            throw Refusal.signInFirst();
        }
        Attempt attempt = attempts.find(uuid(id)).orElseThrow(Refusal::notFound);
        access.requireOwner(viewer, attempt.person());
        return attempt;
    }

    /** The same with everything that belongs to it; ended if its time is over. */
    public Sitting sitting(Viewer viewer, String id) {
        return submissions.endIfOver(attempts.sitting(attempt(viewer, id)));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException garbled) {
            throw Refusal.notFound();
        }
    }
}
