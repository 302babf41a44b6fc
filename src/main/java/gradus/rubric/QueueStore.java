package gradus.rubric;

import gradus.attempt.ScoreStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What waits for people, who has what before them, and among whom it is split. */
interface QueueStore {
    /** Whether a student waits for another look at a score. */
    String CONTESTED = """
             EXISTS (SELECT 1 FROM regrade_request r
                     WHERE r.course = s.course AND r.attempt = s.attempt AND r.position = s.position AND r.part = s.part
                         AND r.answered IS NULL)
            """;

    /** Answers that a person grades: texts, what could not be read, what the grader gave up on, what a person scored or should. */
    String ANSWERS = """
            FROM attempt a
            JOIN attempt_question q ON q.course = a.course AND q.attempt = a.id
            JOIN part_score s
                ON s.course = a.course AND s.attempt = a.id AND s.position = q.position AND s.variant = q.variant
            WHERE a.course = :course AND a.standing = 'COUNTS' AND a.submitted IS NOT NULL
                AND (s.ticked IS NOT NULL OR s.verdict IN ('ungraded', 'unreadable') OR
            """ + CONTESTED + ") AND " + ScoreStore.COUNTS;

    /**
     * How much of a part waits and is done.
     *
     * @param revision a revision of its question
     */
    record Count(
            String exam,
            String question,
            String part,
            int position,
            String label,
            String revision,
            long waiting,
            long total) {}

    @SqlQuery("""
            SELECT a.exam, q.question, s.part, MIN(q.position) AS position, MIN(q.label) AS label,
                MAX(q.revision) AS revision,
                SUM(CASE WHEN s.verdict IN ('ungraded', 'unreadable') OR
            """ + CONTESTED + " THEN 1 ELSE 0 END) AS waiting, COUNT(*) AS total " + ANSWERS + """
            GROUP BY a.exam, q.question, s.part
            ORDER BY a.exam, MIN(q.position), s.part
            """)
    List<Count> counts(String course);

    /** The answers of a part, without the grader's own. */
    @SqlQuery("""
            SELECT x.*, g.done_by, c.grader AS holder, c.touched FROM (
                SELECT a.course, a.id AS attempt, s.position, s.variant, s.part, s.number, s.score, s.points, s.ticked,
                    CASE WHEN
            """ + CONTESTED + " THEN 'contested' ELSE s.verdict END AS verdict " + ANSWERS + """
                    AND a.exam = :exam AND q.question = :question AND s.part = :part AND a.person <> :grader
            ) x
            JOIN grading g ON g.course = x.course AND g.attempt = x.attempt AND g.number = x.number
            LEFT JOIN grading_claim c
                ON c.course = x.course AND c.attempt = x.attempt AND c.position = x.position AND c.part = x.part
            """)
    List<QueueItem> items(String course, @BindMethods QueuePart queue, UUID grader);

    /**
     * What a student typed.
     *
     * @param mistake the wrong procedure that the grader recognised in it; null for none
     */
    record Typed(
            UUID attempt,
            int position,
            String content,
            @Nullable String mistake) {}

    /** The answers of a part that wait, as they were typed. */
    @SqlQuery("""
            SELECT x.attempt, x.position, r.content, x.mistake FROM (
                SELECT a.course, a.id AS attempt, s.position, s.variant, s.part, s.mistake
            """ + ANSWERS + """
                    AND a.exam = :exam AND q.question = :question AND s.part = :part
            ) x
            JOIN response r ON r.course = x.course AND r.attempt = x.attempt AND r.position = x.position
                AND r.variant = x.variant AND r.part = x.part
            WHERE r.seq = (SELECT MAX(l.seq) FROM response l WHERE l.course = x.course AND l.attempt = x.attempt
                AND l.position = x.position AND l.variant = x.variant AND l.part = x.part)
            """)
    List<Typed> texts(String course, @BindMethods QueuePart queue);

    /** Who has an answer of which part before them. */
    record Holding(String exam, String question, String part, String name) {}

    @SqlQuery("""
            SELECT a.exam, q.question, c.part, p.name FROM grading_claim c
            JOIN attempt a ON a.course = c.course AND a.id = c.attempt
            JOIN attempt_question q ON q.course = c.course AND q.attempt = c.attempt AND q.position = c.position
                AND q.variant = 1
            JOIN person p ON p.id = c.grader
            WHERE c.course = :course AND c.touched > :since
            ORDER BY p.name
            """)
    List<Holding> holdings(String course, Instant since);

    @SqlUpdate("""
            UPDATE grading_claim SET grader = :grader, touched = :now
            WHERE course = :course AND attempt = :attempt AND position = :position AND part = :part
                AND (grader = :grader OR touched <= :idle)
            """)
    int take(String course, UUID attempt, int position, String part, UUID grader, Instant now, Instant idle);

    @SqlUpdate("""
            INSERT INTO grading_claim (course, attempt, position, part, grader, touched)
            VALUES (:course, :attempt, :position, :part, :grader, :now)
            """)
    void claim(String course, UUID attempt, int position, String part, UUID grader, Instant now);

    @SqlUpdate("DELETE FROM grading_claim WHERE course = :course AND grader = :grader")
    void release(String course, UUID grader);

    /** The last who had it before them. */
    @SqlQuery("""
            SELECT grader FROM grading_claim
            WHERE course = :course AND attempt = :attempt AND position = :position AND part = :part
            """)
    @Nullable
    UUID holder(String course, UUID attempt, int position, String part);

    /** Somebody who may grade in a course. */
    record Colleague(UUID person, String name) {}

    @SqlQuery("""
            SELECT m.person, COALESCE(m.official_name, p.name) AS name FROM membership m
            JOIN person p ON p.id = m.person
            WHERE m.course = :course AND m.role IN ('GRADER', 'INSTRUCTOR') AND p.erased IS NULL
            ORDER BY 2, 1
            """)
    List<Colleague> colleagues(String course);

    @SqlQuery("SELECT person FROM exam_grader WHERE course = :course AND exam = :exam")
    List<UUID> team(String course, String exam);

    @SqlUpdate("DELETE FROM exam_grader WHERE course = :course AND exam = :exam")
    void dissolve(String course, String exam);

    @SqlUpdate("INSERT INTO exam_grader (course, exam, person) VALUES (:course, :exam, :person)")
    void join(String course, String exam, UUID person);

    /** Remarks that graders have made on a part, the most frequent first. */
    @SqlQuery("""
            SELECT s.remark
            """ + ANSWERS + """
                AND a.exam = :exam AND q.question = :question AND s.part = :part AND s.remark IS NOT NULL
            GROUP BY s.remark
            ORDER BY COUNT(*) DESC, s.remark
            FETCH FIRST 8 ROWS ONLY
            """)
    List<String> remarks(String course, @BindMethods QueuePart queue);
}
