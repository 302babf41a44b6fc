package gradus.rubric;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Every rubric that staff wrote while they graded: rows are only added. */
interface RubricRevisionStore {
    @SqlQuery("""
            SELECT content FROM rubric_revision
            WHERE course = :course AND exam = :exam AND question = :question AND part = :part
            ORDER BY seq DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<String> latest(String course, @BindMethods QueuePart queue);

    @SqlQuery("""
            SELECT COALESCE(MAX(seq), 0) FROM rubric_revision
            WHERE course = :course AND exam = :exam AND question = :question AND part = :part
            """)
    long last(String course, @BindMethods QueuePart queue);

    @SqlUpdate("""
            INSERT INTO rubric_revision (course, exam, question, part, seq, content, saved, saved_by)
            VALUES (:course, :exam, :question, :part, :seq, :content, :saved, :savedBy)
            """)
    void add(String course, @BindMethods QueuePart queue, long seq, String content, Instant saved, UUID savedBy);
}
