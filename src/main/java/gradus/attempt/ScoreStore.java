package gradus.attempt;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Every score that was ever given: rows are only added. */
public interface ScoreStore {
    /**
     * That a row s of part_score counts, as in the view counting_score. Where many attempts are gone through the condition itself
     * is faster: H2 runs the query of a view anew for each of them.
     */
    String COUNTS = """
             NOT EXISTS (SELECT 1 FROM part_score later
                         WHERE later.course = s.course AND later.attempt = s.attempt AND later.number > s.number
                             AND later.position = s.position AND later.part = s.part)
            """;

    @SqlUpdate("""
            INSERT INTO grading (course, attempt, number, kind, done, done_by, score, graded, points,
                score_value, graded_value, points_value)
            VALUES (:course, :attempt, :number, :kind, :done, :doneBy, :score, :graded, :points,
                :scoreValue, :gradedValue, :pointsValue)
            """)
    void insert(String course, UUID attempt, @BindMethods Grading grading);

    /** Lists find the attempts that wait without their gradings. */
    @SqlUpdate("UPDATE attempt SET waits = :waits WHERE course = :course AND id = :attempt AND waits <> :waits")
    void mark(String course, UUID attempt, boolean waits);

    /** Keeps a run, after which the attempt waits for a person or no longer does. */
    default void addGrading(String course, UUID attempt, Grading grading) {
        insert(course, attempt, grading);
        mark(course, attempt, grading.waits());
    }

    /** Keeps why a run was made, and of which regrade it is one; null for none. */
    @SqlUpdate("""
            INSERT INTO grading_reason (course, attempt, number, reason, regrade)
            VALUES (:course, :attempt, :number, :reason, :regrade)
            """)
    void explain(String course, UUID attempt, int number, String reason, @Nullable UUID regrade);

    @SqlBatch("""
            INSERT INTO part_score
                (course, attempt, number, position, variant, part, revision, verdict, score, points,
                 score_value, points_value, mistake, ticked, remark, findings)
            VALUES
                (:course, :attempt, :number, :key.position, :key.variant, :key.part, :revision, :verdict, :score, :points,
                 :scoreValue, :pointsValue, :mistake, :ticked, :remark, :findings)
            """)
    void addScores(String course, UUID attempt, @BindMethods List<PartScore> scores);

    @SqlQuery("""
            SELECT number, kind, done, done_by, score, graded, points FROM grading
            WHERE course = :course AND attempt = :attempt
            ORDER BY number DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<Grading> latest(String course, UUID attempt);

    /** The person who gave the scores of a run; empty where the grader itself did. */
    @SqlQuery("""
            SELECT done_by FROM grading
            WHERE course = :course AND attempt = :attempt AND number = :number AND done_by IS NOT NULL
            """)
    Optional<UUID> giver(String course, UUID attempt, int number);

    /** Every score of every run. */
    @SqlQuery("""
            SELECT number, position, variant, part, revision, verdict, score, points, mistake, ticked, remark, findings
            FROM part_score
            WHERE course = :course AND attempt = :attempt
            ORDER BY number, position, part
            """)
    List<PartScore> all(String course, UUID attempt);

    /** The scores that count. */
    @SqlQuery("""
            SELECT number, position, variant, part, revision, verdict, score, points, mistake, ticked, remark, findings
            FROM counting_score
            WHERE course = :course AND attempt = :attempt
            ORDER BY position, part
            """)
    List<PartScore> counting(String course, UUID attempt);
}
