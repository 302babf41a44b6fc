package gradus.result.gradebook;

import gradus.attempt.ScoreStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What the gradebook shows: pages of students, and what those of one page have sat. */
interface GradebookStore {
    /** The students that a search leaves, in any order. */
    String LISTED = """
            FROM membership m JOIN person p ON p.id = m.person
            WHERE m.course = :course AND m.role = 'STUDENT' AND p.erased IS NULL
                AND (:section = '' OR m.section = :section)
                AND (:search = '' OR LOWER(COALESCE(m.official_name, p.name)) LIKE :search
                    OR LOWER(COALESCE(m.student_number, '')) LIKE :search OR LOWER(COALESCE(p.login, '')) LIKE :search)
            """;

    @SqlQuery("SELECT COUNT(*) " + LISTED)
    long count(String course, String section, String search);

    @SqlQuery(
            """
            SELECT m.person, COALESCE(m.official_name, p.name, '') AS name, m.student_number, m.section, p.login
            """ + LISTED
                    + " AND CAST(:exam AS VARCHAR(100)) IS NOT NULL ORDER BY <order>, m.person OFFSET :from ROWS FETCH NEXT :count ROWS ONLY")
    List<Pupil> page(
            String course,
            String section,
            String search,
            String exam,
            @Define("order") String order,
            long from,
            int count);

    @SqlQuery("""
            SELECT DISTINCT m.section FROM membership m
            WHERE m.course = :course AND m.role = 'STUDENT' AND m.section IS NOT NULL
            ORDER BY m.section
            """)
    List<String> sections(String course);

    String SAT = """
            SELECT a.person, a.exam, a.id AS attempt, a.number, a.submitted, a.standing, g.score, g.graded, g.points
            FROM attempt a
            LEFT JOIN grading g ON g.course = a.course AND g.attempt = a.id
                AND g.number = (SELECT MAX(l.number) FROM grading l WHERE l.course = a.course AND l.attempt = a.id)
            WHERE a.course = :course AND a.standing <> 'TRY_OUT'
            """;

    @SqlQuery(SAT + " AND a.person IN (<people>) ORDER BY a.person, a.exam, a.number")
    List<Sat> satBy(String course, @BindList("people") Collection<UUID> people);

    /** The attempts of all students of a course. */
    @SqlQuery(SAT + """
             AND EXISTS (SELECT 1 FROM membership m
                         WHERE m.course = a.course AND m.person = a.person AND m.role = 'STUDENT')
            ORDER BY a.person, a.exam, a.number
            """)
    List<Sat> sat(String course);

    /** What staff said last of a student in an exam, whatever they sat. */
    record Said(UUID person, String exam, String standing) {}

    @SqlQuery("""
            SELECT s.person, s.exam, s.standing FROM exam_standing s
            WHERE s.course = :course AND s.attempt IS NULL AND s.seq =
                (SELECT MAX(l.seq) FROM exam_standing l
                 WHERE l.course = s.course AND l.exam = s.exam AND l.person = s.person AND l.attempt IS NULL)
            """)
    List<Said> said(String course);

    /** What a question of an attempt has earned. */
    record Earned(UUID attempt, String label, java.math.BigDecimal score, java.math.BigDecimal points, boolean waits) {}

    @SqlQuery("""
            SELECT s.attempt, q.label, SUM(s.score_value) AS score, SUM(s.points_value) AS points,
                CASE WHEN SUM(CASE WHEN s.verdict = 'ungraded' THEN 1 ELSE 0 END) > 0 THEN TRUE ELSE FALSE END AS waits
            FROM attempt a
            JOIN part_score s ON s.course = a.course AND s.attempt = a.id
            JOIN attempt_question q
                ON q.course = s.course AND q.attempt = s.attempt AND q.position = s.position AND q.variant = s.variant
            WHERE a.course = :course AND a.id IN (<attempts>) AND
            """ + ScoreStore.COUNTS + " GROUP BY s.attempt, q.label")
    List<Earned> earned(String course, @BindList("attempts") Collection<UUID> attempts);

    @SqlQuery("SELECT content FROM course_grading WHERE course = :course ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY")
    Optional<String> grading(String course);

    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM course_grading WHERE course = :course")
    long lastGrading(String course);

    @SqlUpdate("""
            INSERT INTO course_grading (course, seq, content, said, said_by)
            VALUES (:course, :seq, :content, :said, :saidBy)
            """)
    void addGrading(String course, long seq, String content, Instant said, @Nullable UUID saidBy);
}
