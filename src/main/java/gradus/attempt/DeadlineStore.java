package gradus.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The deadlines of attempts: the one in force, and every change of it as a row. */
public interface DeadlineStore {
    @SqlUpdate("""
            UPDATE attempt SET due = :due, takes_until = :takesUntil
            WHERE course = :course AND id = :id AND submitted IS NULL
            """)
    int move(String course, UUID id, @Nullable Instant due, @Nullable Instant takesUntil);

    @SqlUpdate("""
            UPDATE attempt SET submitted = NULL, ended_by = NULL, due = :due, takes_until = :takesUntil,
                reopened = :reopened, reopened_until = :due
            WHERE course = :course AND id = :id AND submitted IS NOT NULL
            """)
    int reopen(String course, UUID id, Instant reopened, @Nullable Instant due, @Nullable Instant takesUntil);

    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM attempt_deadline WHERE course = :course AND attempt = :attempt")
    long last(String course, UUID attempt);

    @SqlUpdate("""
            INSERT INTO attempt_deadline (course, attempt, seq, due, cause, reason, said_by, said)
            VALUES (:course, :attempt, :seq, :due, :cause, :reason, :saidBy, :said)
            """)
    void add(String course, UUID attempt, @BindMethods DeadlineChange change);

    @SqlQuery("""
            SELECT seq, due, cause, reason, said_by, said FROM attempt_deadline
            WHERE course = :course AND attempt = :attempt
            ORDER BY seq
            """)
    List<DeadlineChange> changes(String course, UUID attempt);

    /** The running attempts of one exam, in the order of their ids, after one of them. */
    @SqlQuery("""
            SELECT id FROM attempt
            WHERE course = :course AND exam = :exam AND submitted IS NULL AND id > :after
            ORDER BY id
            FETCH FIRST :count ROWS ONLY
            """)
    List<UUID> running(String course, String exam, UUID after, int count);

    /** An attempt that takes nothing any more. */
    record Over(UUID id, Instant takesUntil) {}

    /** Running attempts that take nothing any more, the longest over first, after one of them. */
    @SqlQuery("""
            SELECT id, takes_until FROM attempt
            WHERE takes_until < :now AND (takes_until > :after OR (takes_until = :after AND id > :id))
            ORDER BY takes_until, id
            FETCH FIRST :count ROWS ONLY
            """)
    List<Over> over(Instant now, Instant after, UUID id, int count);

    /** How many attempts end between two times. */
    @SqlQuery("SELECT COUNT(*) FROM attempt WHERE takes_until >= :from AND takes_until < :to")
    long endingBetween(Instant from, Instant to);

    @SqlUpdate("""
            INSERT INTO attempt_trouble (course, attempt, trouble, seen) VALUES (:course, :attempt, :trouble, :seen)
            """)
    void addTrouble(String course, UUID attempt, String trouble, Instant seen);

    @SqlUpdate("DELETE FROM attempt_trouble WHERE course = :course AND attempt = :attempt")
    int clearTrouble(String course, UUID attempt);

    @SqlQuery("""
            SELECT t.trouble FROM attempt_trouble t WHERE t.course = :course AND t.attempt = :attempt
            """)
    Optional<String> trouble(String course, UUID attempt);
}
