package gradus.rubric;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Which attempts wait for a person. */
interface RubricStore {
    /** The earliest submitted attempt of an exam with points waiting for a person, other than the given one and the grader's own. */
    @SqlQuery("""
            SELECT a.id FROM attempt a
            JOIN (SELECT course, attempt, MAX(number) AS latest FROM grading
                  WHERE course = :course GROUP BY course, attempt) l
                ON l.course = a.course AND l.attempt = a.id
            JOIN grading g ON g.course = a.course AND g.attempt = a.id AND g.number = l.latest
            WHERE a.course = :course AND a.exam = :exam AND g.graded <> g.points AND a.id <> :except
                AND a.standing = 'COUNTS' AND a.person <> :grader
            ORDER BY a.submitted, a.id
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<UUID> nextWaiting(String course, String exam, UUID except, UUID grader);
}
