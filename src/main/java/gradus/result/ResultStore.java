package gradus.result;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Attempts and responses of an exam with their latest scores, by page or streamed. */
interface ResultStore {
    String ATTEMPTS = """
            SELECT a.id, COALESCE(p.name, '') AS name, p.student_number, p.login, a.number, a.started, a.submitted,
                a.ended_by, g.score, g.graded, g.points
            FROM attempt a
            JOIN person p ON p.id = a.person
            LEFT JOIN (SELECT course, attempt, MAX(number) AS latest FROM grading
                       WHERE course = :course GROUP BY course, attempt) l
                ON l.course = a.course AND l.attempt = a.id
            LEFT JOIN grading g ON g.course = a.course AND g.attempt = a.id AND g.number = l.latest
            WHERE a.course = :course AND a.exam = :exam
            ORDER BY a.started, a.id
            """;

    @SqlQuery(ATTEMPTS + " OFFSET :from ROWS FETCH NEXT :count ROWS ONLY")
    List<AttemptRow> page(String course, String exam, long from, int count);

    @SqlQuery("SELECT COUNT(*) FROM attempt WHERE course = :course AND exam = :exam")
    long count(String course, String exam);

    @SqlQuery("SELECT COUNT(*) FROM exam WHERE course = :course AND id = :exam")
    long exams(String course, String exam);

    /** Streams all attempts to a consumer. */
    @SqlQuery(ATTEMPTS)
    @FetchSize(500)
    void eachAttempt(String course, String exam, Consumer<AttemptRow> consumer);

    /** Streams the latest response of every part to a consumer. */
    @SqlQuery("""
            SELECT a.id AS attempt, COALESCE(p.name, '') AS name, p.student_number, p.login, q.label, q.question,
                r.variant, r.part, r.content, r.arrived, s.verdict, s.score, s.points, s.mistake, g.kind
            FROM attempt a
            JOIN person p ON p.id = a.person
            JOIN (SELECT course, attempt, position, variant, part, MAX(seq) AS latest FROM response
                  WHERE course = :course GROUP BY course, attempt, position, variant, part) l
                ON l.course = a.course AND l.attempt = a.id
            JOIN response r ON r.course = a.course AND r.attempt = a.id AND r.seq = l.latest
            JOIN attempt_question q
                ON q.course = a.course AND q.attempt = a.id AND q.position = r.position AND q.variant = r.variant
            LEFT JOIN counting_score s
                ON s.course = a.course AND s.attempt = a.id AND s.position = r.position
                    AND s.variant = r.variant AND s.part = r.part
            LEFT JOIN grading g ON g.course = a.course AND g.attempt = a.id AND g.number = s.number
            WHERE a.course = :course AND a.exam = :exam
            ORDER BY a.started, a.id, r.position, r.variant, r.part
            """)
    @FetchSize(500)
    void eachResponse(String course, String exam, Consumer<ResponseRow> consumer);
}
