package gradus.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.CreateSqlObject;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Attempts and the questions they ask. */
interface AttemptStore {
    String COLUMNS = "course, id, exam, exam_revision, person, number, started, submitted, ended_by, "
            + "due, takes_until, reopened, reopened_until, standing";

    @SqlQuery("SELECT " + COLUMNS + " FROM attempt WHERE id = :id")
    Optional<Attempt> attempt(UUID id);

    @SqlQuery("SELECT " + COLUMNS + " FROM attempt WHERE person = :person ORDER BY started DESC, id")
    List<Attempt> ofPerson(UUID person);

    @SqlQuery("SELECT " + COLUMNS + """
             FROM attempt
            WHERE course = :course AND exam = :exam AND person = :person
            ORDER BY number DESC
            """)
    List<Attempt> ofPersonIn(String course, String exam, UUID person);

    @SqlQuery("SELECT " + COLUMNS + " FROM attempt WHERE course = :course AND exam = :exam ORDER BY started, id")
    List<Attempt> ofExam(String course, String exam);

    @SqlUpdate("""
            INSERT INTO attempt (course, id, exam, exam_revision, person, number, started, due, takes_until, standing)
            VALUES (:course, :id, :exam, :examRevision, :person, :number, :started,
                :deadline.due, :deadline.takesUntil, :standing)
            """)
    void add(@BindMethods Attempt attempt);

    @SqlUpdate("""
            UPDATE attempt SET submitted = :submitted, ended_by = :endedBy, takes_until = NULL, receipt = :receipt
            WHERE course = :course AND id = :id AND submitted IS NULL
            """)
    int end(String course, UUID id, Instant submitted, Attempt.Ending endedBy, String receipt);

    @SqlQuery("SELECT receipt FROM attempt WHERE course = :course AND id = :id AND submitted IS NOT NULL")
    Optional<String> receipt(String course, UUID id);

    /** Gives an attempt to another person; 0 where it is no longer the first one's. */
    @SqlUpdate("""
            UPDATE attempt SET person = :to, number = :number
            WHERE course = :course AND id = :id AND person = :from
            """)
    int hand(String course, UUID id, UUID from, UUID to, int number);

    /** Keeps a running attempt from ending, or ending twice, until the transaction is over; empty where it has ended. */
    @SqlQuery("SELECT " + COLUMNS + """
             FROM attempt
            WHERE course = :course AND id = :id AND submitted IS NULL
            FOR UPDATE
            """)
    Optional<Attempt> hold(String course, UUID id);

    /** Lets one transaction at a time add to an attempt, whether it runs or not. */
    @SqlQuery("SELECT id FROM attempt WHERE course = :course AND id = :id FOR UPDATE")
    UUID lock(String course, UUID id);

    /** What staff said last of a person in an exam, whatever they sat; empty for nothing. */
    @SqlQuery("""
            SELECT s.standing FROM exam_standing s
            WHERE s.course = :course AND s.exam = :exam AND s.person = :person AND s.attempt IS NULL
            ORDER BY s.seq DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<Attempt.Standing> standing(String course, String exam, UUID person);

    /** Why an attempt stands as it does, in the last words of staff about it or its student. */
    @SqlQuery("""
            SELECT s.reason FROM exam_standing s
            WHERE s.course = :course AND s.exam = :exam AND s.person = :person AND s.standing = :standing
                AND (s.attempt = :id OR s.attempt IS NULL)
            ORDER BY s.seq DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<String> reason(@BindMethods Attempt attempt);

    @SqlQuery("SELECT seed FROM exam_seed WHERE course = :course AND exam = :exam AND question = :question")
    Optional<Long> seed(String course, String exam, String question);

    @SqlUpdate("INSERT INTO exam_seed (course, exam, question, seed) VALUES (:course, :exam, :question, :seed)")
    void keepSeed(String course, String exam, String question, long seed);

    @CreateSqlObject
    ScoreStore scores();

    @CreateSqlObject
    DeadlineStore deadlines();

    @CreateSqlObject
    ResponseStore responses();

    @CreateSqlObject
    EventStore events();

    @CreateSqlObject
    SelfAssessmentStore selfAssessments();

    @SqlBatch("""
            INSERT INTO attempt_question
                (course, attempt, position, variant, question, revision, label, points, seed, params, drawn)
            VALUES (:course, :attempt, :position, :variant, :question, :revision, :label, :points, :seed, :params, :drawn)
            """)
    void ask(String course, UUID attempt, @BindMethods List<AskedQuestion> questions);

    /** What an attempt asks, each by the revision that is in force since the question was regraded. */
    @SqlQuery("""
            SELECT q.position, q.variant, q.question,
                COALESCE((SELECT r.revision FROM replaced_question r
                          WHERE r.course = q.course AND r.attempt = q.attempt AND r.position = q.position
                              AND r.variant = q.variant
                          ORDER BY r.seq DESC FETCH FIRST 1 ROWS ONLY), q.revision) AS revision,
                q.label, q.points, q.seed, q.params, q.drawn
            FROM attempt_question q
            WHERE q.course = :course AND q.attempt = :attempt
            ORDER BY q.position, q.variant
            """)
    List<AskedQuestion> asked(String course, UUID attempt);

    /**
     * An exam that somebody sits.
     *
     * @param own how many of the attempts are a certain person's
     */
    record Sat(String course, String exam, int own) {}

    /** The exams of which an attempt runs against the clock that asks a question with the numbers that it has here. */
    @SqlQuery("""
            SELECT a.course, a.exam, SUM(CASE WHEN a.person = :person THEN 1 ELSE 0 END) AS own
            FROM attempt a JOIN attempt_question q ON q.course = a.course AND q.attempt = a.id
            WHERE a.takes_until > :now AND a.id <> :id AND a.standing <> 'TRY_OUT'
                AND q.question = :question AND q.params = :params AND (q.course = :course OR q.revision = :revision)
            GROUP BY a.course, a.exam
            """)
    List<Sat> sat(@BindMethods Attempt attempt, @BindMethods AskedQuestion row, Instant now);
}
