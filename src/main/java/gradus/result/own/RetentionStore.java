package gradus.result.own;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Until when courses keep who their students are, and what takes that away. */
interface RetentionStore {
    /** Until when a course keeps names, and when it gave them up. */
    record Kept(
            String course,
            @Nullable Instant keptUntil,
            @Nullable Instant anonymised) {}

    @SqlQuery("SELECT id AS course, kept_until, anonymised FROM course WHERE id = :course")
    Optional<Kept> of(String course);

    @SqlQuery("""
            SELECT c.id AS course, c.kept_until, c.anonymised FROM course c
            JOIN membership m ON m.course = c.id WHERE m.person = :person ORDER BY c.id
            """)
    List<Kept> ofPerson(UUID person);

    @SqlUpdate("UPDATE course SET kept_until = :until, anonymised = NULL WHERE id = :course")
    int keep(String course, @Nullable Instant until);

    @SqlQuery("SELECT id FROM course WHERE kept_until <= :now AND anonymised IS NULL ORDER BY id")
    List<String> due(Instant now);

    @SqlUpdate("UPDATE course SET anonymised = :now WHERE id = :course")
    void noteAnonymised(String course, Instant now);

    /** Everybody who is not staff and has a trace in a course: its students, and guests who sat its exams. */
    @SqlQuery("""
            SELECT person FROM membership WHERE course = :course AND role = 'STUDENT'
            UNION
            SELECT a.person FROM attempt a
            WHERE a.course = :course AND NOT EXISTS (SELECT 1 FROM membership m
                WHERE m.course = a.course AND m.person = a.person AND m.role <> 'STUDENT')
            """)
    List<UUID> students(String course);

    @SqlQuery("SELECT COUNT(*) FROM attempt WHERE course = :course AND submitted IS NULL")
    long running(String course);

    /** Somebody whom nobody knows, for what a student has left behind. */
    @SqlUpdate("""
            INSERT INTO person (id, name, admin, created, erased) VALUES (:id, '', FALSE, :now, :now)
            """)
    void addNobody(UUID id, Instant now);

    @SqlUpdate("UPDATE attempt SET person = :nobody WHERE course = :course AND person = :person")
    void handAttempts(String course, UUID person, UUID nobody);

    @SqlUpdate("UPDATE exam_standing SET person = :nobody, reason = '' WHERE course = :course AND person = :person")
    void handStandings(String course, UUID person, UUID nobody);

    @SqlUpdate("DELETE FROM allowance WHERE course = :course AND person = :person")
    void dropAllowances(String course, UUID person);

    @SqlUpdate("DELETE FROM course_code WHERE course = :course AND person = :person")
    void dropCodes(String course, UUID person);

    @SqlUpdate("DELETE FROM membership WHERE course = :course AND person = :person")
    void dropSeat(String course, UUID person);

    @SqlUpdate(
            "UPDATE response SET address = NULL, client = NULL, n = NULL WHERE course = :course AND address IS NOT NULL")
    void forgetAddresses(String course);

    @SqlUpdate(
            "UPDATE response_aside SET address = NULL, client = NULL, n = NULL WHERE course = :course AND address IS NOT NULL")
    void forgetAddressesAside(String course);
}
