package gradus.result;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Attempts of an exam with their latest scores, by page, and what its statistics count. */
interface ResultStore {
    String ATTEMPTS = """
            SELECT a.id, COALESCE(m.official_name, p.name, '') AS name, m.student_number, p.login, a.number, a.started,
                a.submitted, a.ended_by, g.score, g.graded, g.points, a.standing
            """ + ExportStore.GRADED + ExportStore.MEMBER + """
            WHERE a.course = :course AND a.exam = :exam AND a.standing <> 'TRY_OUT'
            ORDER BY a.started, a.id
            """;

    /** Whether something of an attempt waits for a person. */
    String WAITS = """
            EXISTS (SELECT 1 FROM counting_score w
                    WHERE w.course = a.course AND w.attempt = a.id AND w.verdict = 'ungraded')
            """;

    @SqlQuery(ATTEMPTS + " OFFSET :from ROWS FETCH NEXT :count ROWS ONLY")
    List<AttemptRow> page(String course, String exam, long from, int count);

    @SqlQuery("SELECT COUNT(*) FROM attempt WHERE course = :course AND exam = :exam AND standing <> 'TRY_OUT'")
    long count(String course, String exam);

    /** The points that count of each question, of all submitted attempts that wait for nobody, attempt by attempt. */
    @SqlQuery("""
            SELECT a.id AS attempt, q.label, SUM(s.score_value) AS score, SUM(s.points_value) AS points
            FROM attempt a
            JOIN counting_score s ON s.course = a.course AND s.attempt = a.id
            JOIN attempt_question q
                ON q.course = a.course AND q.attempt = a.id AND q.position = s.position AND q.variant = s.variant
            WHERE a.course = :course AND a.exam = :exam AND a.standing = 'COUNTS' AND a.submitted IS NOT NULL AND NOT
            """ + WAITS + """
            GROUP BY a.id, a.started, q.position, q.label
            ORDER BY a.started, a.id, q.position
            """)
    @FetchSize(500)
    void eachQuestionScore(String course, String exam, Consumer<ExamStatistics.QuestionScore> consumer);

    /** What the statistics of an exam are computed of: any submission, score or word of staff changes a number of it. */
    record Basis(long submitted, long gradings, long standings, long running) {}

    @SqlQuery("""
            SELECT
                (SELECT COUNT(*) FROM attempt a
                 WHERE a.course = :course AND a.exam = :exam AND a.submitted IS NOT NULL) AS submitted,
                (SELECT COUNT(*) FROM attempt a JOIN grading g ON g.course = a.course AND g.attempt = a.id
                 WHERE a.course = :course AND a.exam = :exam) AS gradings,
                (SELECT COALESCE(MAX(s.seq), 0) FROM exam_standing s
                 WHERE s.course = :course AND s.exam = :exam) AS standings,
                (SELECT COUNT(*) FROM attempt a
                 WHERE a.course = :course AND a.exam = :exam AND a.submitted IS NULL) AS running
            FROM exam e WHERE e.course = :course AND e.id = :exam
            """)
    Basis basis(String course, String exam);

    /** How many submitted attempts wait for a person. */
    @SqlQuery("""
            SELECT COUNT(*) FROM attempt a
            WHERE a.course = :course AND a.exam = :exam AND a.standing = 'COUNTS' AND a.submitted IS NOT NULL AND
            """ + WAITS)
    long waiting(String course, String exam);

    /** The mistakes and faults met most often in submitted attempts. */
    @SqlQuery("""
            SELECT q.label, q.question, s.part, s.mistake, COUNT(*) AS attempts
            FROM attempt a
            JOIN counting_score s ON s.course = a.course AND s.attempt = a.id
            JOIN attempt_question q
                ON q.course = a.course AND q.attempt = a.id AND q.position = s.position AND q.variant = s.variant
            WHERE a.course = :course AND a.exam = :exam AND a.standing = 'COUNTS' AND a.submitted IS NOT NULL AND s.mistake IS NOT NULL
            GROUP BY q.label, q.question, s.part, s.mistake
            ORDER BY COUNT(*) DESC, q.label, s.part, s.mistake
            FETCH FIRST 50 ROWS ONLY
            """)
    List<ExamStatistics.MistakeCount> mistakes(String course, String exam);
}
