package gradus.attempt;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Responses: rows are only added. */
interface ResponseStore {
    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM response WHERE course = :course AND attempt = :attempt")
    long last(String course, UUID attempt);

    @SqlBatch("""
            INSERT INTO response (course, attempt, seq, position, variant, part, content, arrived)
            VALUES (:course, :attempt, :seq, :key.position, :key.variant, :key.part, :content, :arrived)
            """)
    void add(String course, UUID attempt, @BindMethods List<Response> responses);

    @SqlQuery("""
            SELECT COALESCE(MAX(seq), 0) FROM response
            WHERE course = :course AND attempt = :attempt
                AND position = :key.position AND variant = :key.variant AND part = :key.part
            """)
    long lastOf(String course, UUID attempt, @BindMethods("key") PartKey key);

    /** The response of each part that counts. */
    @SqlQuery("""
            SELECT r.seq, r.position, r.variant, r.part, r.content, r.arrived
            FROM response r
            JOIN (SELECT position, variant, part, MAX(seq) AS latest FROM response
                  WHERE course = :course AND attempt = :attempt
                  GROUP BY position, variant, part) l
                ON r.seq = l.latest
            WHERE r.course = :course AND r.attempt = :attempt
            ORDER BY r.seq
            """)
    List<Response> latest(String course, UUID attempt);

    @SqlQuery("""
            SELECT seq, position, variant, part, content, arrived FROM response
            WHERE course = :course AND attempt = :attempt
            ORDER BY seq
            """)
    List<Response> all(String course, UUID attempt);
}
