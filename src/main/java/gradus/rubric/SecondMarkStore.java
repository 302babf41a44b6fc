package gradus.rubric;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What second graders gave. */
interface SecondMarkStore {
    /** Those of a part; each answer has one at most. */
    @SqlQuery("""
            SELECT m.attempt, m.position, m.part, m.grader, m.run, m.score, m.points, m.ticked, m.remark, m.marked, m.settled
            FROM second_mark m
            JOIN attempt a ON a.course = m.course AND a.id = m.attempt
            JOIN attempt_question q ON q.course = m.course AND q.attempt = m.attempt AND q.position = m.position
                AND q.variant = 1
            WHERE m.course = :course AND a.exam = :exam AND q.question = :question AND m.part = :part
            """)
    List<SecondMark> of(String course, @BindMethods QueuePart queue);

    @SqlUpdate("""
            INSERT INTO second_mark (course, attempt, position, part, grader, run, score, points, ticked, remark, marked)
            VALUES (:course, :attempt, :position, :part, :grader, :run, :score, :points, :ticked, :remark, :marked)
            """)
    void add(String course, @BindMethods SecondMark mark);

    @SqlUpdate("""
            UPDATE second_mark SET settled = :now, settled_by = :by
            WHERE course = :course AND attempt = :attempt AND position = :position AND part = :part AND settled IS NULL
            """)
    int settle(String course, UUID attempt, int position, String part, Instant now, UUID by);
}
