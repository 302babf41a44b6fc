package gradus.result.regrade;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the scores of one question in all attempts of an exam, as an instructor asked for it.
 *
 * @param part the part it is about; null for the whole question
 * @param revision the revision of the question that grades from now on; null where none does
 * @param answer the further right answer, as an expression, or the id of the regrade that is taken back; null for none
 */
public record Regrade(
        String course,
        UUID id,
        String exam,
        String question,
        @Nullable String part,
        Kind kind,
        @Nullable String revision,
        @Nullable String answer,
        String reason,
        State state,
        Instant asked,
        UUID askedBy) {
    /** What becomes of the scores. */
    public enum Kind {
        /** The grader grades again by a revision of the question. */
        REVISION,
        /** So it does by a revision that takes one more answer. */
        ACCEPT,
        /** Everybody has all points. */
        FULL,
        /** The question counts for nobody, and its points are not to be had. */
        DROP,
        /** An earlier regrade is taken back wherever its scores still count; {@code answer} is its id. */
        UNDO;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it has come. */
    public enum State {
        /** What it would do is being worked out. */
        COMPUTING,
        /** What it would do is known and waits for a word. */
        READY,
        APPLYING,
        APPLIED,
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the server works on it. */
    public boolean isWorkedOn() {
        return state == State.COMPUTING || state == State.APPLYING;
    }

    /** The regrade that this one takes back; null for none. */
    @Nullable
    UUID undone() {
        return kind == Kind.UNDO && answer != null ? UUID.fromString(answer) : null;
    }

    /** Whether it can be taken back. */
    public boolean isUndoable() {
        return state == State.APPLIED && kind != Kind.UNDO;
    }

    /** The answer that is also right; null for none. */
    public @Nullable String accepted() {
        return kind == Kind.ACCEPT ? answer : null;
    }

    /** Whether the grader grades by another revision. */
    boolean isByRevision() {
        return kind == Kind.REVISION || kind == Kind.ACCEPT;
    }
}
