package gradus.author;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Every text of questions and exams that was ever saved. */
interface WritingStore {
    @SqlQuery("""
            SELECT w.seq, w.revision, w.saved, p.name AS saved_by
            FROM writing w LEFT JOIN person p ON p.id = w.saved_by
            WHERE w.course = :course AND w.kind = :kind AND w.id = :id
            ORDER BY w.seq DESC
            FETCH FIRST 500 ROWS ONLY
            """)
    List<Writing> history(String course, String kind, String id);

    @SqlQuery("""
            SELECT w.seq, w.revision, w.saved, p.name AS saved_by
            FROM writing w LEFT JOIN person p ON p.id = w.saved_by
            WHERE w.course = :course AND w.kind = :kind AND w.id = :id
            ORDER BY w.seq DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<Writing> last(String course, String kind, String id);

    @SqlUpdate("""
            INSERT INTO writing (course, kind, id, seq, revision, saved, saved_by)
            VALUES (:course, :kind, :id, :seq, :revision, :saved, :savedBy)
            """)
    void add(String course, String kind, String id, long seq, String revision, Instant saved, @Nullable UUID savedBy);

    /** The last writing of a text. */
    record Last(String id, Instant saved) {}

    @SqlQuery("""
            SELECT id, MAX(saved) AS saved FROM writing WHERE course = :course AND kind = :kind GROUP BY id ORDER BY id
            """)
    List<Last> all(String course, String kind);
}
