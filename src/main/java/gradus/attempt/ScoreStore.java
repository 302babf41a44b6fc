package gradus.attempt;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Every score that was ever given: rows are only added. */
interface ScoreStore {
    @SqlUpdate("""
            INSERT INTO grading (course, attempt, number, kind, done, done_by, score, graded, points)
            VALUES (:course, :attempt, :number, :kind, :done, :doneBy, :score, :graded, :points)
            """)
    void addGrading(String course, UUID attempt, @BindMethods Grading grading);

    @SqlBatch("""
            INSERT INTO part_score
                (course, attempt, number, position, variant, part, revision, verdict, score, points, mistake, ticked, remark)
            VALUES
                (:course, :attempt, :number, :position, :variant, :part, :revision, :verdict, :score, :points, :mistake, :ticked, :remark)
            """)
    void addScores(String course, UUID attempt, @BindMethods List<PartScore> scores);

    @SqlQuery("""
            SELECT number, kind, done, done_by, score, graded, points FROM grading
            WHERE course = :course AND attempt = :attempt
            ORDER BY number DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<Grading> latest(String course, UUID attempt);

    @SqlQuery("""
            SELECT number, position, variant, part, revision, verdict, score, points, mistake, ticked, remark FROM part_score
            WHERE course = :course AND attempt = :attempt
            ORDER BY number, position, part
            """)
    List<PartScore> all(String course, UUID attempt);
}
