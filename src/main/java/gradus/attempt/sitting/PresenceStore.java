package gradus.attempt.sitting;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** When the pages of attempts last asked. */
interface PresenceStore {
    @SqlUpdate("UPDATE attempt_seen SET seen = :now WHERE course = :course AND attempt = :attempt")
    int renew(String course, UUID attempt, Instant now);

    @SqlUpdate("INSERT INTO attempt_seen (course, attempt, seen) VALUES (:course, :attempt, :now)")
    void add(String course, UUID attempt, Instant now);
}
