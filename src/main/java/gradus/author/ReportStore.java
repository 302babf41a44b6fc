package gradus.author;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What people who answered questions say is wrong with them. */
interface ReportStore {
    @SqlUpdate("""
            INSERT INTO fault_report (course, id, attempt, position, variant, part, response, content, reported)
            VALUES (:course, :id, :attempt, :position, :variant, '', :response, :content, :reported)
            """)
    void add(
            String course,
            UUID id,
            UUID attempt,
            long position,
            long variant,
            String response,
            String content,
            Instant reported);

    @SqlQuery("SELECT COUNT(*) FROM fault_report WHERE course = :course AND attempt = :attempt")
    long ofAttempt(String course, UUID attempt);

    @SqlQuery("""
            SELECT r.id, r.attempt, q.question, q.revision, q.seed, q.params, r.response, r.content, r.reported, r.settled AS seen
            FROM fault_report r JOIN attempt_question q ON q.course = r.course AND q.attempt = r.attempt
              AND q.position = r.position AND q.variant = r.variant
            WHERE r.course = :course
            ORDER BY CASE WHEN r.settled IS NULL THEN 0 ELSE 1 END, r.reported DESC
            FETCH FIRST 300 ROWS ONLY
            """)
    List<FaultReport> all(String course);

    @SqlUpdate("""
            UPDATE fault_report SET settled = :settled, settled_by = :by
            WHERE course = :course AND id = :id AND settled IS NULL
            """)
    int settle(String course, UUID id, Instant settled, UUID by);
}
