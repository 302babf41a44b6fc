package gradus.attempt;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What students did beside answering: rows are only added. */
interface EventStore {
    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM attempt_event WHERE course = :course AND attempt = :attempt")
    long last(String course, UUID attempt);

    @SqlUpdate("""
            INSERT INTO attempt_event (course, attempt, seq, position, variant, kind, detail, happened, seen)
            VALUES (:course, :attempt, :seq, :position, :variant, :kind, :detail, :happened, :seen)
            """)
    void add(String course, UUID attempt, @BindMethods Event event);

    /** The variants whose solution was shown. */
    @SqlQuery("""
            SELECT position, variant FROM attempt_event
            WHERE course = :course AND attempt = :attempt AND kind = 'SOLUTION'
            """)
    List<AskedQuestion.Place> solved(String course, UUID attempt);

    @SqlQuery("""
            SELECT seq, position, variant, kind, detail, happened, seen FROM attempt_event
            WHERE course = :course AND attempt = :attempt
            ORDER BY seq
            """)
    List<Event> all(String course, UUID attempt);
}
