package gradus.exam;

import gradus.course.CoursesController;
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

    /** What students of these courses have asked for and nobody has answered, course by course. */
    @SqlQuery("""
            SELECT course, SUM(requests) AS requests, SUM(reports) AS reports FROM (
                SELECT course, COUNT(*) AS requests, 0 AS reports FROM regrade_request
                WHERE course IN (<courses>) AND answered IS NULL GROUP BY course
                UNION ALL
                SELECT course, 0 AS requests, COUNT(*) AS reports FROM fault_report
                WHERE course IN (<courses>) AND settled IS NULL GROUP BY course) waiting
            GROUP BY course
            """)
    List<CoursesController.Waits> inCourses(@BindList("courses") List<String> courses);

    @SqlQuery("SELECT COUNT(*) FROM fault_report WHERE course = :course AND settled IS NULL")
    long reports(String course);
}
