package gradus.result.regrade;

import gradus.attempt.PartKey;
import gradus.attempt.ScoreStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.CreateSqlObject;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Regrades and how far each has come with each attempt. */
interface RegradeStore {
    String COLUMNS = "course, id, exam, question, part, kind, revision, answer, reason, state, asked, asked_by";

    @SqlUpdate("INSERT INTO regrade (" + COLUMNS + """
            ) VALUES (:course, :id, :exam, :question, :part, :kind, :revision, :answer, :reason, :state, :asked, :askedBy)
            """)
    void add(@BindMethods Regrade regrade);

    @SqlUpdate("""
            INSERT INTO regrade_attempt (course, regrade, attempt, state)
            SELECT a.course, CAST(:id AS UUID), a.id, 'WAITING' FROM attempt a
            WHERE a.course = :course AND a.exam = :exam AND a.standing <> 'TRY_OUT'
                AND EXISTS (SELECT 1 FROM attempt_question q
                            WHERE q.course = a.course AND q.attempt = a.id AND q.question = :question)
            """)
    int addAttempts(@BindMethods Regrade regrade);

    @SqlQuery("SELECT " + COLUMNS + " FROM regrade WHERE course = :course AND id = :id")
    Optional<Regrade> find(String course, UUID id);

    @SqlQuery("SELECT " + COLUMNS + """
             FROM regrade WHERE course = :course AND exam = :exam
            ORDER BY asked DESC FETCH FIRST 100 ROWS ONLY
            """)
    List<Regrade> ofExam(String course, String exam);

    @SqlQuery("SELECT " + COLUMNS + " FROM regrade WHERE state IN ('COMPUTING', 'APPLYING') ORDER BY asked, id")
    List<Regrade> workedOn();

    /** Moves a regrade from one state to another; 0 where somebody else has moved it meanwhile. */
    @SqlUpdate("UPDATE regrade SET state = :to WHERE course = :course AND id = :id AND state = :from")
    int move(String course, UUID id, Regrade.State from, Regrade.State to);

    @SqlQuery("""
            SELECT attempt FROM regrade_attempt
            WHERE course = :course AND regrade = :id AND state = :state AND attempt > :after
            ORDER BY attempt FETCH FIRST :count ROWS ONLY
            """)
    List<UUID> next(String course, UUID id, RegradedAttempt.State state, UUID after, int count);

    /** How many attempts stand where. */
    record Count(RegradedAttempt.State state, long attempts, long gain, long lose) {}

    @SqlQuery("""
            SELECT state, COUNT(*) AS attempts, SUM(CASE WHEN new_score > old_score THEN 1 ELSE 0 END) AS gain,
                SUM(CASE WHEN new_score < old_score THEN 1 ELSE 0 END) AS lose
            FROM regrade_attempt WHERE course = :course AND regrade = :id
            GROUP BY state
            """)
    List<Count> counts(String course, UUID id);

    String CHANGED = """
            FROM regrade_attempt r
            JOIN attempt a ON a.course = r.course AND a.id = r.attempt
            JOIN person p ON p.id = a.person
            LEFT JOIN membership m ON m.course = a.course AND m.person = a.person AND p.erased IS NULL
            WHERE r.course = :course AND r.regrade = :id
                AND (r.state = 'FAILED' OR r.new_score <> r.old_score OR r.new_points <> r.old_points)
            """;

    /** The attempts whose totals change, and those that cannot be graded so; the greatest losses first, then the gains. */
    @SqlQuery("""
            SELECT r.attempt, COALESCE(m.official_name, p.name, '') AS name, m.student_number, r.state, r.old_score,
                r.new_score, r.old_points, r.new_points, r.trouble
            """ + CHANGED + """
            ORDER BY CASE WHEN r.state = 'FAILED' THEN 0 ELSE 1 END, r.new_score - r.old_score, r.attempt
            OFFSET :from ROWS FETCH NEXT :count ROWS ONLY
            """)
    List<RegradedAttempt> changed(String course, UUID id, long from, int count);

    @SqlQuery("SELECT COUNT(*) " + CHANGED)
    long changedCount(String course, UUID id);

    @SqlUpdate("""
            UPDATE regrade_attempt SET state = :state, old_score = :oldScore, new_score = :newScore,
                old_points = :oldPoints, new_points = :newPoints, trouble = NULL
            WHERE course = :course AND regrade = :id AND attempt = :attempt AND state IN ('WAITING', 'COMPUTED')
            """)
    int note(
            String course,
            UUID id,
            UUID attempt,
            RegradedAttempt.State state,
            @Nullable BigDecimal oldScore,
            @Nullable BigDecimal newScore,
            @Nullable BigDecimal oldPoints,
            @Nullable BigDecimal newPoints);

    @SqlUpdate("""
            UPDATE regrade_attempt SET state = 'FAILED', trouble = :trouble
            WHERE course = :course AND regrade = :id AND attempt = :attempt AND state IN ('WAITING', 'COMPUTED')
            """)
    int fail(String course, UUID id, UUID attempt, String trouble);

    /** Takes an attempt of a regrade that is being applied; empty where it was dealt with meanwhile. */
    @SqlQuery("""
            SELECT r.attempt FROM regrade_attempt r
            WHERE r.course = :course AND r.regrade = :id AND r.attempt = :attempt AND r.state = 'COMPUTED'
            FOR UPDATE
            """)
    Optional<UUID> hold(String course, UUID id, UUID attempt);

    /** Lets one transaction at a time add to an attempt; whether it still runs. */
    @SqlQuery("SELECT CASE WHEN submitted IS NULL THEN TRUE ELSE FALSE END FROM attempt"
            + " WHERE course = :course AND id = :attempt FOR UPDATE")
    boolean lock(String course, UUID attempt);

    @SqlQuery("""
            SELECT COALESCE(MAX(seq), 0) FROM replaced_question
            WHERE course = :course AND attempt = :attempt AND position = :key.position AND variant = :key.variant
            """)
    long lastReplaced(String course, UUID attempt, @BindMethods("key") PartKey key);

    @SqlUpdate("""
            INSERT INTO replaced_question (course, attempt, position, variant, seq, revision, regrade)
            VALUES (:course, :attempt, :key.position, :key.variant, :seq, :revision, :regrade)
            """)
    void replace(String course, UUID attempt, @BindMethods("key") PartKey key, long seq, String revision, UUID regrade);

    /** The run of grading that a regrade made of an attempt; empty where it made none. */
    @SqlQuery("SELECT number FROM grading_reason WHERE course = :course AND attempt = :attempt AND regrade = :regrade")
    Optional<Integer> runOf(String course, UUID attempt, UUID regrade);

    /** A place whose question a regrade has replaced, and the revision that was there before. */
    record Replaced(int position, int variant, String earlier) {}

    @SqlQuery("""
            SELECT r.position, r.variant,
                COALESCE((SELECT b.revision FROM replaced_question b
                          WHERE b.course = r.course AND b.attempt = r.attempt AND b.position = r.position
                              AND b.variant = r.variant AND b.seq < r.seq
                          ORDER BY b.seq DESC FETCH FIRST 1 ROWS ONLY), q.revision) AS earlier
            FROM replaced_question r
            JOIN attempt_question q
                ON q.course = r.course AND q.attempt = r.attempt AND q.position = r.position AND q.variant = r.variant
            WHERE r.course = :course AND r.attempt = :attempt AND r.regrade = :regrade
                AND NOT EXISTS (SELECT 1 FROM replaced_question l
                                WHERE l.course = r.course AND l.attempt = r.attempt AND l.position = r.position
                                    AND l.variant = r.variant AND l.seq > r.seq)
            """)
    List<Replaced> replacedBy(String course, UUID attempt, UUID regrade);

    @CreateSqlObject
    ScoreStore scores();

    /** A revision of a question by which attempts were asked. */
    record Used(String revision, long attempts) {}

    /** By which revisions attempts of an exam ask a question now. */
    @SqlQuery("""
            SELECT u.revision, COUNT(*) AS attempts FROM (
                SELECT DISTINCT q.attempt,
                    COALESCE((SELECT r.revision FROM replaced_question r
                              WHERE r.course = q.course AND r.attempt = q.attempt AND r.position = q.position
                                  AND r.variant = q.variant
                              ORDER BY r.seq DESC FETCH FIRST 1 ROWS ONLY), q.revision) AS revision
                FROM attempt_question q
                JOIN attempt a ON a.course = q.course AND a.id = q.attempt
                WHERE a.course = :course AND a.exam = :exam AND q.question = :question AND a.standing <> 'TRY_OUT') u
            GROUP BY u.revision
            ORDER BY COUNT(*) DESC, u.revision
            """)
    List<Used> used(String course, String exam, String question);

    /** A run of grading of an attempt with who made it and why. */
    record Run(
            int number,
            String kind,
            java.time.Instant done,
            @Nullable String author,
            BigDecimal score,
            BigDecimal points,
            @Nullable String reason) {
        /** The total after it. */
        public String total() {
            return RegradedAttempt.plain(score) + " / " + RegradedAttempt.plain(points);
        }
    }

    @SqlQuery("""
            SELECT g.number, g.kind, g.done, p.name AS author, g.score_value AS score,
                g.points_value AS points, w.reason
            FROM grading g
            LEFT JOIN person p ON p.id = g.done_by
            LEFT JOIN grading_reason w ON w.course = g.course AND w.attempt = g.attempt AND w.number = g.number
            WHERE g.course = :course AND g.attempt = :attempt
            ORDER BY g.number DESC
            """)
    List<Run> runs(String course, UUID attempt);
}
