package gradus.rubric;

import gradus.attempt.PartKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Requests of students for another look at a score, and until when they may be made. */
interface RequestStore {
    /**
     * A request.
     *
     * @param answer null while it is open
     */
    record Request(
            UUID id,
            UUID attempt,
            int position,
            String part,
            String reason,
            BigFraction beforeScore,
            Instant asked,
            @Nullable String answer,
            @Nullable BigFraction afterScore,
            @Nullable Instant answered,
            @Nullable UUID answeredBy) {
        public boolean isOpen() {
            return answered == null;
        }
    }

    String COLUMNS = "r.id, r.attempt, r.position, r.part, r.reason, r.before_score, r.asked, r.answer, r.after_score,"
            + " r.answered, r.answered_by";

    @SqlQuery("SELECT " + COLUMNS + """
             FROM regrade_request r
            WHERE r.course = :course AND r.attempt = :attempt
            ORDER BY r.asked, r.id
            """)
    List<Request> ofAttempt(String course, UUID attempt);

    /** The open request of a part of an attempt. */
    @SqlQuery("SELECT " + COLUMNS + """
             FROM regrade_request r
            WHERE r.course = :course AND r.attempt = :attempt AND r.position = :position AND r.part = :part
                AND r.answered IS NULL
            ORDER BY r.asked
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<Request> open(String course, UUID attempt, @BindMethods PartKey key);

    /** A request with the question that it is about. */
    record Listed(UUID id, String question, String label) {}

    @SqlQuery("SELECT " + COLUMNS + """
             FROM regrade_request r
            JOIN attempt a ON a.course = r.course AND a.id = r.attempt
            WHERE r.course = :course AND a.exam = :exam
            ORDER BY CASE WHEN r.answered IS NULL THEN 0 ELSE 1 END, r.asked, r.id
            """)
    List<Request> ofExam(String course, String exam);

    @SqlQuery("""
            SELECT r.id, q.question, q.label FROM regrade_request r
            JOIN attempt a ON a.course = r.course AND a.id = r.attempt
            JOIN attempt_question q ON q.course = r.course AND q.attempt = r.attempt AND q.position = r.position
                AND q.variant = 1
            WHERE r.course = :course AND a.exam = :exam
            """)
    List<Listed> questions(String course, String exam);

    @SqlUpdate("""
            INSERT INTO regrade_request (course, id, attempt, position, part, reason, before_score, asked)
            VALUES (:course, :id, :attempt, :position, :part, :reason, :score, :asked)
            """)
    void ask(
            String course,
            UUID id,
            UUID attempt,
            @BindMethods PartKey key,
            String reason,
            BigFraction score,
            Instant asked);

    @SqlUpdate("""
            UPDATE regrade_request SET answer = :answer, after_score = :score, answered = :now, answered_by = :by
            WHERE course = :course AND attempt = :attempt AND position = :position AND part = :part AND answered IS NULL
            """)
    int answer(
            String course,
            UUID attempt,
            @BindMethods PartKey key,
            String answer,
            BigFraction score,
            Instant now,
            UUID by);

    /** Opens the request of a part again that was answered with a run of grading by this person, or after it. */
    @SqlUpdate("""
            UPDATE regrade_request SET answer = NULL, after_score = NULL, answered = NULL, answered_by = NULL
            WHERE course = :course AND attempt = :attempt AND position = :position AND part = :part AND answered_by = :by
                AND answered >= (SELECT g.done FROM grading g
                    WHERE g.course = :course AND g.attempt = :attempt AND g.number = :run)
            """)
    int reopen(String course, UUID attempt, @BindMethods PartKey key, UUID by, int run);

    /** Until when requests may be made, as staff said last. */
    record Window(@Nullable Instant closes) {}

    @SqlQuery("""
            SELECT closes FROM request_window WHERE course = :course AND exam = :exam
            ORDER BY seq DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<Window> window(String course, String exam);

    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM request_window WHERE course = :course AND exam = :exam")
    long last(String course, String exam);

    @SqlUpdate("""
            INSERT INTO request_window (course, exam, seq, closes, said, said_by)
            VALUES (:course, :exam, :seq, :closes, :now, :by)
            """)
    void open(String course, String exam, long seq, @Nullable Instant closes, Instant now, UUID by);
}
