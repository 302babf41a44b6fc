package gradus.result;

import java.util.List;
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

    @SqlQuery(ATTEMPTS + " OFFSET :from ROWS FETCH NEXT :count ROWS ONLY")
    List<AttemptRow> page(String course, String exam, long from, int count);

    @SqlQuery("SELECT COUNT(*) FROM attempt WHERE course = :course AND exam = :exam AND standing <> 'TRY_OUT'")
    long count(String course, String exam);

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
}
