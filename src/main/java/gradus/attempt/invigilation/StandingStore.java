package gradus.attempt.invigilation;

import gradus.attempt.Attempt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What staff said that attempts and students count as in the results of an exam. Rows are only added. */
interface StandingStore {
    /**
     * A word of staff.
     *
     * @param attempt null where it is about the student, whatever they sat
     */
    record Declared(
            UUID person, @Nullable UUID attempt, Attempt.Standing standing, String reason, Instant said, UUID saidBy) {}

    /**
     * A word of staff as a list shows it.
     *
     * @param student whom it is about
     * @param author who said it
     */
    record DeclaredLine(
            String student,
            @Nullable UUID attempt,
            Attempt.Standing standing,
            String reason,
            Instant said,
            String author) {}

    /**
     * A student of the roster and how they stand.
     *
     * @param standing what staff said last of them; null for nothing
     */
    record Sitter(
            UUID person,
            String name,
            @Nullable String studentNumber,
            long attempts,
            Attempt.@Nullable Standing standing) {
        /** Whether they are excused or absent. */
        public boolean isOut() {
            return standing != null && standing != Attempt.Standing.COUNTS;
        }
    }

    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM exam_standing WHERE course = :course AND exam = :exam")
    long last(String course, String exam);

    @SqlUpdate("""
            INSERT INTO exam_standing (course, exam, seq, person, attempt, standing, reason, said, said_by)
            VALUES (:course, :exam, :seq, :person, :attempt, :standing, :reason, :said, :saidBy)
            """)
    void add(String course, String exam, long seq, @BindMethods Declared declared);

    /** All that was said of a person in an exam, in order. */
    @SqlQuery("""
            SELECT s.person, s.attempt, s.standing, s.reason, s.said, s.said_by FROM exam_standing s
            WHERE s.course = :course AND s.exam = :exam AND s.person = :person
            ORDER BY s.seq
            """)
    List<Declared> ofPerson(String course, String exam, UUID person);

    /** The attempts of a person that can enter results. */
    @SqlQuery("""
            SELECT id FROM attempt
            WHERE course = :course AND exam = :exam AND person = :person AND standing <> 'TRY_OUT'
            """)
    List<UUID> attempts(String course, String exam, UUID person);

    @SqlUpdate("UPDATE attempt SET standing = :standing WHERE course = :course AND id = :id")
    int change(String course, UUID id, Attempt.Standing standing);

    /** The students of a course, those who have not sat the exam first. */
    @SqlQuery("""
            SELECT m.person, COALESCE(m.official_name, p.name, '') AS name, m.student_number,
                (SELECT COUNT(*) FROM attempt a
                 WHERE a.course = m.course AND a.exam = :exam AND a.person = m.person AND a.standing <> 'TRY_OUT') AS attempts,
                (SELECT s.standing FROM exam_standing s
                 WHERE s.course = m.course AND s.exam = :exam AND s.person = m.person AND s.attempt IS NULL
                 ORDER BY s.seq DESC FETCH FIRST 1 ROWS ONLY) AS standing
            FROM membership m JOIN person p ON p.id = m.person
            WHERE m.course = :course AND m.role = 'STUDENT' AND p.erased IS NULL
            ORDER BY CASE WHEN EXISTS
                    (SELECT 1 FROM attempt b
                     WHERE b.course = m.course AND b.exam = :exam AND b.person = m.person AND b.standing <> 'TRY_OUT')
                THEN 1 ELSE 0 END, name, m.person
            """)
    List<Sitter> sitters(String course, String exam);

    String LINE = """
            SELECT COALESCE(m.official_name, p.name, '') AS student, s.attempt, s.standing, s.reason, s.said,
                COALESCE(w.name, '') AS author
            FROM exam_standing s
            JOIN person p ON p.id = s.person
            LEFT JOIN membership m ON m.course = s.course AND m.person = s.person AND p.erased IS NULL
            JOIN person w ON w.id = s.said_by
            WHERE s.course = :course AND s.exam = :exam
            """;

    @SqlQuery(LINE + " ORDER BY s.seq DESC FETCH FIRST :count ROWS ONLY")
    List<DeclaredLine> lines(String course, String exam, int count);

    /** What was said of an attempt and of its student. */
    @SqlQuery(LINE + " AND s.person = :person AND (s.attempt = :attempt OR s.attempt IS NULL) ORDER BY s.seq")
    List<DeclaredLine> linesOf(String course, String exam, UUID person, UUID attempt);
}
