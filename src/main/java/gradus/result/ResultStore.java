package gradus.result;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Attempts and responses of an exam with their latest scores, by page or streamed. */
interface ResultStore {
    int AT_ONCE = 500;

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

    /** The latest response of every part of an attempt. */
    @SqlQuery("""
            SELECT a.id AS attempt, COALESCE(p.name, '') AS name, p.student_number, p.login, q.label, q.question,
                r.variant, r.part, r.content, r.arrived, s.verdict, s.score, s.points, s.mistake, g.kind
            FROM attempt a
            JOIN person p ON p.id = a.person
            JOIN (SELECT course, attempt, position, variant, part, MAX(seq) AS latest FROM response
                  WHERE course = :course AND attempt = :attempt GROUP BY course, attempt, position, variant, part) l
                ON l.course = a.course AND l.attempt = a.id
            JOIN response r ON r.course = a.course AND r.attempt = a.id AND r.seq = l.latest
            JOIN attempt_question q
                ON q.course = a.course AND q.attempt = a.id AND q.position = r.position AND q.variant = r.variant
            LEFT JOIN counting_score s
                ON s.course = a.course AND s.attempt = a.id AND s.position = r.position
                    AND s.variant = r.variant AND s.part = r.part
            LEFT JOIN grading g ON g.course = a.course AND g.attempt = a.id AND g.number = s.number
            WHERE a.course = :course AND a.id = :attempt
            ORDER BY r.position, r.variant, r.part
            """)
    List<ResponseRow> responses(String course, UUID attempt);

    /** An attempt by its place in the order in which they began. */
    record Begun(UUID id, Instant started) {}

    /** The attempts of an exam in the order in which they began, after one of them. */
    @SqlQuery("""
            SELECT id, started FROM attempt
            WHERE course = :course AND exam = :exam AND (started > :started OR (started = :started AND id > :id))
            ORDER BY started, id
            FETCH FIRST :count ROWS ONLY
            """)
    List<Begun> begun(String course, String exam, Instant started, UUID id, int count);

    /**
     * Streams the latest response of every part to a consumer, one attempt after the other along its key: a single query
     * over all of them would sort and hold the responses of the whole exam.
     */
    default void eachResponse(String course, String exam, Consumer<ResponseRow> consumer) {
        Begun last = new Begun(new UUID(0, 0), Instant.EPOCH);
        List<Begun> some;
        do {
            some = begun(course, exam, last.started(), last.id(), AT_ONCE);
            for (Begun attempt : some) {
                responses(course, attempt.id()).forEach(consumer);
                last = attempt;
            }
        } while (some.size() == AT_ONCE);
    }

    /** The points that count of each question, of all submitted attempts that wait for nobody, attempt by attempt. */
    @SqlQuery("""
            SELECT a.id AS attempt, q.label, SUM(s.score_value) AS score, SUM(s.points_value) AS points
            FROM attempt a
            JOIN counting_score s ON s.course = a.course AND s.attempt = a.id
            JOIN attempt_question q
                ON q.course = a.course AND q.attempt = a.id AND q.position = s.position AND q.variant = s.variant
            WHERE a.course = :course AND a.exam = :exam AND a.submitted IS NOT NULL AND NOT EXISTS
                (SELECT 1 FROM counting_score w
                    WHERE w.course = a.course AND w.attempt = a.id AND w.verdict = 'ungraded')
            GROUP BY a.id, a.started, q.position, q.label
            ORDER BY a.started, a.id, q.position
            """)
    @FetchSize(500)
    void eachQuestionScore(String course, String exam, Consumer<ExamStatistics.QuestionScore> consumer);

    /** How many submitted attempts wait for a person. */
    @SqlQuery("""
            SELECT COUNT(*) FROM attempt a
            WHERE a.course = :course AND a.exam = :exam AND a.submitted IS NOT NULL AND EXISTS
                (SELECT 1 FROM counting_score w
                    WHERE w.course = a.course AND w.attempt = a.id AND w.verdict = 'ungraded')
            """)
    long waiting(String course, String exam);

    /** The mistakes and faults met most often in submitted attempts. */
    @SqlQuery("""
            SELECT q.label, q.question, s.part, s.mistake, COUNT(*) AS attempts
            FROM attempt a
            JOIN counting_score s ON s.course = a.course AND s.attempt = a.id
            JOIN attempt_question q
                ON q.course = a.course AND q.attempt = a.id AND q.position = s.position AND q.variant = s.variant
            WHERE a.course = :course AND a.exam = :exam AND a.submitted IS NOT NULL AND s.mistake IS NOT NULL
            GROUP BY q.label, q.question, s.part, s.mistake
            ORDER BY COUNT(*) DESC, q.label, s.part, s.mistake
            FETCH FIRST 50 ROWS ONLY
            """)
    List<ExamStatistics.MistakeCount> mistakes(String course, String exam);
}
