package gradus.exam;

import gradus.bank.CurrentRevision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Exams, which revision of their files is the current one, and what instructors said about their being open. */
interface ExamStore {
    @SqlQuery("SELECT id, revision, file FROM exam WHERE course = :course ORDER BY id")
    List<CurrentRevision> exams(String course);

    @SqlQuery("SELECT id, revision, file FROM exam WHERE course = :course AND id = :id")
    Optional<CurrentRevision> exam(String course, String id);

    /**
     * An exam with what was said of it last, in one row because every page of a sitting begins with it.
     *
     * @param state null where nothing was said of its being open
     * @param since when it was
     * @param release null where nothing was said of its results
     * @param paused whether it ever stood still
     * @param allowed whether staff ever gave somebody limits of their own
     */
    record Said(
            CurrentRevision current,
            ManualOpening.@Nullable State state,
            @Nullable Instant since,
            @Nullable Release release,
            boolean paused,
            boolean allowed) {
        ManualOpening control() {
            return state == null || since == null ? ManualOpening.NONE : new ManualOpening(state, since);
        }
    }

    String SAID = """
            SELECT e.id, e.revision, e.file, c.state, c.said AS since, r.state AS release,
                EXISTS (SELECT 1 FROM exam_pause p WHERE p.course = e.course AND p.exam = e.id) AS paused,
                EXISTS (SELECT 1 FROM allowance a WHERE a.course = e.course AND a.exam = e.id) AS allowed
            FROM exam e
            LEFT JOIN exam_control c ON c.course = e.course AND c.exam = e.id
                AND c.seq = (SELECT MAX(seq) FROM exam_control WHERE course = e.course AND exam = e.id)
            LEFT JOIN exam_release r ON r.course = e.course AND r.exam = e.id
                AND r.seq = (SELECT MAX(seq) FROM exam_release WHERE course = e.course AND exam = e.id)
            """;

    @SqlQuery(SAID + "WHERE e.course = :course ORDER BY e.id")
    List<Said> said(String course);

    @SqlQuery(SAID + "WHERE e.course = :course AND e.id = :id")
    Optional<Said> said(String course, String id);

    /** The revision of an exam that was last taken in from its file. */
    @SqlQuery("SELECT id, COALESCE(taken, revision) AS revision, file FROM exam WHERE course = :course AND id = :id")
    Optional<CurrentRevision> taken(String course, String id);

    @SqlUpdate("UPDATE exam SET taken = :revision WHERE course = :course AND id = :id")
    int take(String course, String id, String revision);

    @SqlUpdate("INSERT INTO exam (course, id, revision, file) VALUES (:course, :id, :revision, :file)")
    void add(String course, String id, String revision, String file);

    @SqlUpdate("UPDATE exam SET revision = :revision, file = :file WHERE course = :course AND id = :id")
    int renew(String course, String id, String revision, String file);

    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM exam_release WHERE course = :course AND exam = :exam")
    long lastRelease(String course, String exam);

    @SqlUpdate("""
            INSERT INTO exam_release (course, exam, seq, state, said, said_by)
            VALUES (:course, :exam, :seq, :state, :said, :saidBy)
            """)
    void addRelease(String course, String exam, long seq, Release state, Instant said, UUID saidBy);

    @SqlQuery("SELECT COUNT(*) FROM attempt WHERE course = :course AND exam = :exam AND submitted IS NULL")
    long sitting(String course, String exam);

    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM exam_control WHERE course = :course AND exam = :exam")
    long lastControl(String course, String exam);

    @SqlUpdate("""
            INSERT INTO exam_control (course, exam, seq, state, said, said_by)
            VALUES (:course, :exam, :seq, :state, :said, :saidBy)
            """)
    void addControl(String course, String exam, long seq, ManualOpening.State state, Instant said, UUID saidBy);
}
