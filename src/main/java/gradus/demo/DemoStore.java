package gradus.demo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The course of examples as rows: its questions are another course's, and all of it can be taken away. */
interface DemoStore {
    /** Tables with rows of a course on which others stand, in the order in which they can be emptied. */
    List<String> TABLES = List.of(
            "fault_report",
            "grading_reason",
            "regrade_attempt",
            "replaced_question",
            "regrade",
            "grading_claim",
            "exam_grader",
            "rubric_revision",
            "practised_part",
            "self_assessment",
            "part_score",
            "grading",
            "response_aside",
            "response",
            "attempt_event",
            "attempt_deadline",
            "attempt_trouble",
            "exam_standing",
            "attempt_question",
            "attempt",
            "exam_control",
            "exam_pause",
            "exam_line",
            "exam_seed",
            "allowance",
            "course_code",
            "writing",
            "picture",
            "exam",
            "question",
            "revision",
            "membership",
            "course_title");

    @SqlUpdate("""
            INSERT INTO revision (course, hash, content, stored)
            SELECT CAST(:demo AS VARCHAR(64)), hash, content, stored FROM revision
            WHERE course = :course AND hash IN (SELECT revision FROM question WHERE course = :course)
            """)
    void takeRevisions(String course, String demo);

    @SqlUpdate("""
            INSERT INTO question (course, id, revision, file)
            SELECT CAST(:demo AS VARCHAR(64)), id, revision, file FROM question WHERE course = :course
            """)
    void takeQuestions(String course, String demo);

    @SqlUpdate("""
            INSERT INTO picture (course, name, seq, hash, content, stored)
            SELECT CAST(:demo AS VARCHAR(64)), name, seq, hash, content, stored FROM picture WHERE course = :course
            """)
    void takePictures(String course, String demo);

    @SqlUpdate("""
            INSERT INTO fault_report (course, id, attempt, position, variant, part, response, content, reported)
            VALUES (:course, :id, :attempt, 1, 1, '', '', :content, :reported)
            """)
    void report(String course, UUID id, UUID attempt, String content, Instant reported);

    @SqlUpdate("""
            INSERT INTO request_window (course, exam, seq, closes, said, said_by)
            VALUES (:course, :exam, 1, :closes, :said, :by)
            """)
    void openRequests(String course, String exam, Instant closes, Instant said, UUID by);

    /** The end that attempts of a past exam were told when they began. */
    @SqlUpdate("UPDATE attempt SET due = :due, takes_until = :takesUntil WHERE course = :course AND exam = :exam")
    void endAt(String course, String exam, Instant due, @Nullable Instant takesUntil);

    @SqlUpdate("""
            UPDATE attempt_deadline SET due = :due
            WHERE course = :course AND attempt IN (SELECT id FROM attempt WHERE course = :course AND exam = :exam)
            """)
    void tellEnd(String course, String exam, Instant due);

    /** A student asks for another look at a text that earned some of its points. */
    @SqlUpdate("""
            INSERT INTO regrade_request (course, id, attempt, position, part, reason, before_score, asked)
            SELECT s.course, CAST(:id AS UUID), s.attempt, s.position, s.part, CAST(:reason AS TEXT), s.score,
                CAST(:asked AS TIMESTAMP WITH TIME ZONE)
            FROM part_score s JOIN attempt a ON a.course = s.course AND a.id = s.attempt
            WHERE s.course = :course AND a.exam = :exam AND s.ticked IS NOT NULL AND s.verdict = 'partial'
            ORDER BY a.started, a.id, s.position
            FETCH FIRST 1 ROWS ONLY
            """)
    int ask(String course, String exam, UUID id, String reason, Instant asked);

    /** The people who were made for it; others may have been taken into it. */
    @SqlQuery("""
            SELECT p.id FROM membership m JOIN person p ON p.id = m.person
            WHERE m.course = :course AND p.login LIKE 'demo-%' AND p.admin = FALSE
            """)
    List<UUID> people(String course);

    /** All tables with rows of a course. */
    @SqlQuery("""
            SELECT LOWER(c.table_name) FROM information_schema.columns c
            JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE LOWER(c.column_name) = 'course' AND t.table_type = 'BASE TABLE' AND LOWER(c.table_schema) = 'public'
            """)
    List<String> tables();

    @SqlUpdate("DELETE FROM <table> WHERE course = :course")
    int empty(@Define String table, String course);

    @SqlUpdate("DELETE FROM course WHERE id = :course")
    int drop(String course);

    @SqlUpdate("DELETE FROM web_session WHERE person = :person")
    int endSessions(UUID person);

    @SqlUpdate("DELETE FROM api_token WHERE person = :person")
    int dropTokens(UUID person);

    @SqlUpdate("DELETE FROM invitation WHERE person = :person")
    int dropInvitations(UUID person);

    @SqlUpdate("""
            DELETE FROM person WHERE id = :person AND login LIKE 'demo-%' AND admin = FALSE
                AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.person = person.id)
                AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.person = person.id)
            """)
    int forget(UUID person);

    @SqlQuery("SELECT COUNT(*) FROM part_score s JOIN attempt a ON a.course = s.course AND a.id = s.attempt"
            + " WHERE a.course = :course AND a.exam = :exam AND s.verdict = 'ungraded' AND NOT EXISTS"
            + " (SELECT 1 FROM part_score later WHERE later.course = s.course AND later.attempt = s.attempt"
            + " AND later.position = s.position AND later.part = s.part AND later.number > s.number)")
    long waiting(String course, String exam);

    /** Takes away the course with everything that was done in it, and the people who were made for it. */
    default void remove(String course) {
        List<UUID> people = people(course);
        tables().stream().filter(table -> !TABLES.contains(table)).forEach(table -> empty(table, course));
        TABLES.forEach(table -> empty(table, course));
        drop(course);
        people.forEach(person -> {
            endSessions(person);
            dropInvitations(person);
            dropTokens(person);
            forget(person);
        });
    }
}
