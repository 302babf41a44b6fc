package gradus.exam;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What waits for people in the exams of a course; never more of it is counted than a page says. */
interface WaitingStore {
    /** Attempts of which not all points are graded. */
    @SqlQuery("""
            SELECT a.id FROM attempt a JOIN grading g ON g.course = a.course AND g.attempt = a.id
            WHERE a.course = :course AND a.exam = :exam AND a.standing = 'COUNTS' AND a.submitted IS NOT NULL
                AND g.graded_value < g.points_value
                AND NOT EXISTS (SELECT 1 FROM grading later WHERE later.course = g.course AND later.attempt = g.attempt
                    AND later.number > g.number)
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

    @SqlQuery("SELECT COUNT(*) FROM fault_report WHERE course = :course AND settled IS NULL")
    long reports(String course);
}
