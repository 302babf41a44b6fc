package gradus.practice;

import gradus.attempt.PartScore;
import gradus.attempt.ScoreStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What checks in practice have found, and with it what ended attempts were given; rows are only added. */
interface PractisedStore {
    @SqlQuery("SELECT COALESCE(MAX(number), 0) FROM practised_part WHERE course = :course AND attempt = :attempt")
    int last(String course, UUID attempt);

    @SqlBatch("""
            INSERT INTO practised_part
                (course, attempt, number, position, variant, part, revision, verdict, score, points,
                 score_value, points_value, mistake, findings, happened)
            VALUES
                (:course, :attempt, :number, :key.position, :key.variant, :key.part, :revision, :verdict, :score, :points,
                 :scoreValue, :pointsValue, :mistake, :findings, :happened)
            """)
    void add(String course, UUID attempt, @BindMethods List<PartScore> found, Instant happened);

    /** What each check of a person has found of the variant as a whole. */
    @SqlQuery("""
            SELECT c.course, q.question, c.attempt, c.position, c.variant, q.params, c.score, c.points, c.happened
            FROM (SELECT p.course, p.attempt, p.position, p.variant, p.number,
                    SUM(p.score_value) AS score, SUM(p.points_value) AS points, MAX(p.happened) AS happened
                FROM practised_part p JOIN attempt a ON a.course = p.course AND a.id = p.attempt
                WHERE a.person = :person
                GROUP BY p.course, p.attempt, p.position, p.variant, p.number) c
            JOIN attempt_question q ON q.course = c.course AND q.attempt = c.attempt
                AND q.position = c.position AND q.variant = c.variant
            ORDER BY c.happened
            """)
    List<Reached> checked(UUID person);

    /** What a person was given for the questions of ended attempts that they have answered. */
    @SqlQuery("""
            SELECT c.course, q.question, c.attempt, c.position, c.variant, q.params, c.score, c.points, c.happened
            FROM (SELECT s.course, s.attempt, s.position, s.variant,
                    SUM(s.score_value) AS score, SUM(s.points_value) AS points, MAX(a.submitted) AS happened
                FROM part_score s JOIN attempt a ON a.course = s.course AND a.id = s.attempt
                WHERE a.person = :person AND a.submitted IS NOT NULL AND s.verdict <> 'ungraded' AND
            """ + ScoreStore.COUNTS + """
                GROUP BY s.course, s.attempt, s.position, s.variant
                HAVING SUM(CASE WHEN s.verdict = 'blank' THEN 0 ELSE 1 END) > 0) c
            JOIN attempt_question q ON q.course = c.course AND q.attempt = c.attempt
                AND q.position = c.position AND q.variant = c.variant
            ORDER BY c.happened
            """)
    List<Reached> ended(UUID person);

    /** A part of a variant as it was found, with the wrong procedure that was recognised. */
    record Slip(
            String course,
            UUID attempt,
            int number,
            int position,
            int variant,
            String question,
            String part,
            String verdict,
            String mistake) {}

    /** All that checks of a person have found in parts that were answered; the mistake is empty for none. The latest first. */
    @SqlQuery("""
            SELECT p.course, p.attempt, p.number, p.position, p.variant, q.question, p.part, p.verdict,
                COALESCE(p.mistake, '') AS mistake
            FROM practised_part p JOIN attempt a ON a.course = p.course AND a.id = p.attempt
            JOIN attempt_question q ON q.course = p.course AND q.attempt = p.attempt
                AND q.position = p.position AND q.variant = p.variant
            WHERE a.person = :person AND p.verdict <> 'blank'
            ORDER BY p.happened DESC, p.part
            FETCH FIRST 2000 ROWS ONLY
            """)
    List<Slip> slips(UUID person);

    @SqlQuery("""
            SELECT number, position, variant, part, revision, verdict, score, points, mistake,
                CAST(NULL AS VARCHAR(10)) AS ticked, CAST(NULL AS VARCHAR(10)) AS remark, findings
            FROM practised_part
            WHERE course = :course AND attempt = :attempt AND number = :number AND position = :position AND part = :part
            """)
    Optional<PartScore> found(String course, UUID attempt, int number, int position, String part);
}
