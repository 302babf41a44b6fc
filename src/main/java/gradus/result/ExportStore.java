package gradus.result;

import gradus.attempt.ScoreStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What exports are made of, row by row. */
interface ExportStore {
    /** So many attempts are looked up at once; what they hold is read attempt by attempt. */
    int AT_ONCE = 10_000;

    /** Who a row is about, of a person p who may be a member m of the course. */
    String WHO = """
            COALESCE(m.official_name, p.name, '') AS name, m.student_number, p.login, COALESCE(m.email, '') AS email
            """;

    /** The person of an attempt with what the roster knows of them, which an erased one has taken along. */
    String MEMBER = """
            JOIN person p ON p.id = a.person
            LEFT JOIN membership m ON m.course = a.course AND m.person = a.person AND p.erased IS NULL
            """;

    /** Each attempt with its last grading. */
    String GRADED = """
            FROM attempt a
            LEFT JOIN (SELECT course, attempt, MAX(number) AS latest FROM grading
                       WHERE course = :course GROUP BY course, attempt) l
                ON l.course = a.course AND l.attempt = a.id
            LEFT JOIN grading g ON g.course = a.course AND g.attempt = a.id AND g.number = l.latest
            """;

    /** Whether something of an attempt came after its end, within the grace. */
    String LATE = """
            EXISTS (SELECT 1 FROM response r
                    WHERE r.course = a.course AND r.attempt = a.id AND r.late = TRUE) AS late
            """;

    /** The current file of an exam. */
    @SqlQuery("""
            SELECT r.content
            FROM exam e JOIN revision r ON r.course = e.course AND r.hash = e.revision
            WHERE e.course = :course AND e.id = :exam
            """)
    Optional<String> file(String course, String exam);

    /** What attempts of an exam were asked, by whatever revision of its file. */
    @SqlQuery("""
            SELECT DISTINCT q.label, q.question
            FROM attempt a JOIN attempt_question q ON q.course = a.course AND q.attempt = a.id
            WHERE a.course = :course AND a.exam = :exam AND a.standing <> 'TRY_OUT'
            ORDER BY label, question
            """)
    List<AskedLabel> asked(String course, String exam);

    @SqlQuery("SELECT " + WHO + ", a.id AS attempt, a.number, a.started, a.submitted, a.due, a.ended_by, " + LATE
            + ", g.score, g.graded, g.points, a.standing " + GRADED + MEMBER + """
            WHERE a.course = :course AND a.exam = :exam AND a.standing <> 'TRY_OUT'
            ORDER BY a.started, a.id
            """)
    @FetchSize(500)
    void eachAttempt(String course, String exam, Consumer<ExportedAttempt> consumer);

    /** The latest response of every part of an attempt, and what was scored without one. */
    @SqlQuery("""
            SELECT * FROM (
                SELECT r.position,
            """ + WHO + """
                    , a.id AS attempt, a.number, a.ended_by, q.label, q.question, r.variant, r.part, r.content, r.arrived,
                    r.late, s.verdict, s.score, s.points, s.mistake, g.kind, a.standing
                FROM attempt a
            """ + MEMBER + """
                JOIN (SELECT course, attempt, position, variant, part, MAX(seq) AS latest FROM response
                      WHERE course = :course AND attempt = :attempt
                      GROUP BY course, attempt, position, variant, part) l
                    ON l.course = a.course AND l.attempt = a.id
                JOIN response r ON r.course = a.course AND r.attempt = a.id AND r.seq = l.latest
                JOIN attempt_question q
                    ON q.course = a.course AND q.attempt = a.id AND q.position = r.position AND q.variant = r.variant
                LEFT JOIN part_score s
                    ON s.course = a.course AND s.attempt = a.id AND s.position = r.position
                        AND s.variant = r.variant AND s.part = r.part AND
            """ + ScoreStore.COUNTS + """
                LEFT JOIN grading g ON g.course = a.course AND g.attempt = a.id AND g.number = s.number
                WHERE a.course = :course AND a.id = :attempt
                UNION ALL
                SELECT s.position,
            """ + WHO + """
                    , a.id AS attempt, a.number, a.ended_by, q.label, q.question, s.variant, s.part, CAST(NULL AS TEXT),
                    CAST(NULL AS TIMESTAMP WITH TIME ZONE), FALSE, s.verdict, s.score, s.points, s.mistake, g.kind, a.standing
                FROM attempt a
            """ + MEMBER + """
                JOIN part_score s ON s.course = a.course AND s.attempt = a.id
                JOIN attempt_question q
                    ON q.course = a.course AND q.attempt = a.id AND q.position = s.position AND q.variant = s.variant
                LEFT JOIN grading g ON g.course = a.course AND g.attempt = a.id AND g.number = s.number
                WHERE a.course = :course AND a.id = :attempt
                    AND NOT EXISTS (SELECT 1 FROM response r
                                    WHERE r.course = s.course AND r.attempt = s.attempt AND r.position = s.position
                                        AND r.variant = s.variant AND r.part = s.part)
                    AND
            """ + ScoreStore.COUNTS
            + """
            ) all_parts
            ORDER BY position, variant, part
            """)
    List<ExportedResponse> responses(String course, UUID attempt);

    /** An attempt by its place in the order in which they began. */
    record Begun(UUID id, Instant started) {}

    /** The attempts of an exam in the order in which they began, after one of them. */
    @SqlQuery("""
            SELECT id, started FROM attempt
            WHERE course = :course AND exam = :exam AND standing <> 'TRY_OUT'
                AND started >= :started AND (started > :started OR id > :id)
            ORDER BY started, id
            FETCH FIRST :count ROWS ONLY
            """)
    List<Begun> begun(String course, String exam, Instant started, UUID id, int count);

    /**
     * Streams the latest response of every part to a consumer, one attempt after the other along its key: a single query
     * over all of them would sort and hold the responses of the whole exam.
     */
    default void eachResponse(String course, String exam, Consumer<ExportedResponse> consumer) {
        Begun last = new Begun(new UUID(0, 0), Instant.EPOCH);
        List<Begun> some;
        do {
            some = begun(course, exam, last.started(), last.id(), AT_ONCE);
            for (Begun attempt : some) {
                responses(course, attempt.id()).forEach(consumer);
                last = attempt;
            }
        } while (some.size() == AT_ONCE);
    }

    /** Somebody who has a row among the students. */
    record Listed(UUID person, Examinee examinee) {}

    /** The students of the course and whoever else sat the exam, but not its staff. */
    @SqlQuery("SELECT p.id AS person, " + WHO + """
            FROM person p
            LEFT JOIN membership m ON m.course = :course AND m.person = p.id AND p.erased IS NULL
            WHERE COALESCE(m.role, 'STUDENT') = 'STUDENT'
                AND ((m.role = 'STUDENT' AND p.erased IS NULL)
                    OR p.id IN (SELECT person FROM attempt
                                WHERE course = :course AND exam = :exam AND standing <> 'TRY_OUT'))
            ORDER BY student_number NULLS LAST, name, p.id
            """)
    List<Listed> listed(String course, String exam);

    /** A person's attempt that counts, or one that does not where none does; the best of them. */
    @SqlQuery("""
            SELECT (SELECT COUNT(*) FROM attempt n
                    WHERE n.course = :course AND n.exam = :exam AND n.person = :person AND n.standing <> 'TRY_OUT')
                    AS attempts,
                a.id AS attempt, a.number, a.started, a.submitted, a.ended_by,
            """ + LATE + """
                , CASE WHEN a.standing = 'COUNTS' THEN g.score END AS score,
                CASE WHEN a.standing = 'COUNTS' THEN g.graded END AS graded,
                CASE WHEN a.standing = 'COUNTS' THEN g.points END AS points, a.standing
            FROM attempt a
            LEFT JOIN grading g ON g.course = a.course AND g.attempt = a.id
                AND g.number = (SELECT MAX(l.number) FROM grading l WHERE l.course = a.course AND l.attempt = a.id)
            WHERE a.course = :course AND a.exam = :exam AND a.person = :person AND a.standing <> 'TRY_OUT'
            ORDER BY CASE WHEN a.standing = 'COUNTS' THEN 0 ELSE 1 END, COALESCE(g.score_value, -1) DESC, a.number
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<StudentResult.Best> best(String course, String exam, UUID person);

    /** As what a person without an attempt stands in the results, as staff said it last; empty for nothing. */
    @SqlQuery("""
            SELECT s.standing FROM exam_standing s
            WHERE s.course = :course AND s.exam = :exam AND s.person = :person AND s.attempt IS NULL
            ORDER BY s.seq DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<String> said(String course, String exam, UUID person);

    /**
     * Hands each student with the best attempt to a consumer, one after the other along the key of attempts: a single query over
     * all of them would rank the attempts of the exam anew for each student.
     */
    default void eachStudent(String course, String exam, Consumer<StudentResult> consumer) {
        for (Listed student : listed(course, exam)) {
            StudentResult.Best best = best(course, exam, student.person())
                    .orElseGet(() -> StudentResult.Best.none(said(course, exam, student.person())
                            .filter(word -> !word.equals("COUNTS"))
                            .orElse(null)));
            consumer.accept(new StudentResult(student.examinee(), best));
        }
    }

    /** What one part of an attempt earned. */
    record Earned(AskedLabel asked, BigFraction score) {}

    /** What the parts of an attempt earned, as they count. */
    @SqlQuery("""
            SELECT q.label, q.question, s.score
            FROM part_score s
            JOIN attempt_question q
                ON q.course = s.course AND q.attempt = s.attempt AND q.position = s.position AND q.variant = s.variant
            WHERE s.course = :course AND s.attempt = :attempt AND
            """ + ScoreStore.COUNTS)
    List<Earned> earned(String course, UUID attempt);
}
