package gradus.exam;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What waits for people in the exams of a course; never more of it is counted than a page says. */
interface WaitingStore {
    /** Attempts of which not all points are graded. */
    @SqlQuery("""
            SELECT id FROM attempt
            WHERE course = :course AND exam = :exam AND waits = TRUE AND standing = 'COUNTS' AND submitted IS NOT NULL
            FETCH FIRST :most ROWS ONLY
            """)
    List<UUID> ungraded(String course, String exam, int most);

    /** Answers of these attempts that have no score. */
    @SqlQuery("""
            SELECT COUNT(*) FROM part_score s
            WHERE s.course = :course AND s.attempt IN (<attempts>) AND s.verdict = 'ungraded'
                AND NOT EXISTS (SELECT 1 FROM part_score later WHERE later.course = s.course
                    AND later.attempt = s.attempt AND later.number > s.number AND later.position = s.position
                    AND later.part = s.part)
            """)
    long texts(String course, @BindList("attempts") List<UUID> attempts);

    /** Students of an exam who wait for another look at a score. */
    @SqlQuery("""
            SELECT COUNT(*) FROM regrade_request r JOIN attempt a ON a.course = r.course AND a.id = r.attempt
            WHERE r.course = :course AND a.exam = :exam AND r.answered IS NULL
            """)
    long requests(String course, String exam);

    /** How many attempts of an exam wait. */
    record Ungraded(String course, String exam, long attempts) {}

    @SqlQuery("""
            SELECT course, exam, COUNT(*) AS attempts FROM attempt
            WHERE course IN (<courses>) AND waits = TRUE AND standing = 'COUNTS' AND submitted IS NOT NULL
            GROUP BY course, exam
            """)
    List<Ungraded> ungraded(@BindList("courses") List<String> courses);

    /** What students of a course have asked for and nobody has answered. */
    record Asked(String course, long requests, long reports) {}

    @SqlQuery("""
            SELECT course, SUM(requests) AS requests, SUM(reports) AS reports FROM (
                SELECT course, COUNT(*) AS requests, 0 AS reports FROM regrade_request
                WHERE course IN (<courses>) AND answered IS NULL GROUP BY course
                UNION ALL
                SELECT course, 0 AS requests, COUNT(*) AS reports FROM fault_report
                WHERE course IN (<courses>) AND settled IS NULL GROUP BY course) waiting
            GROUP BY course
            """)
    List<Asked> asked(@BindList("courses") List<String> courses);

    @SqlQuery("SELECT COUNT(*) FROM fault_report WHERE course = :course AND settled IS NULL")
    long reports(String course);
}
