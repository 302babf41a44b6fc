package gradus.result;

import org.jspecify.annotations.Nullable;

/**
 * Whom a row of an export is about.
 *
 * @param name empty where nobody said one
 * @param studentNumber text, because it may begin with zeros
 * @param login null for guests
 * @param email empty where it is not known
 */
record Examinee(
        String name,
        @Nullable String studentNumber,
        @Nullable String login,
        String email) {
    /** Whether another program could know who this is. */
    boolean isKnown() {
        return studentNumber != null || login != null || !email.isEmpty();
    }
}
