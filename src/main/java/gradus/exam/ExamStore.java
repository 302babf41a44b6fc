package gradus.exam;

import gradus.bank.CurrentRevision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Exams, which revision of their files is the current one, and what instructors said about their being open. */
interface ExamStore {
    @SqlQuery("SELECT id, revision, file FROM exam WHERE course = :course ORDER BY id")
    List<CurrentRevision> exams(String course);

    @SqlQuery("SELECT id, revision, file FROM exam WHERE course = :course AND id = :id")
    Optional<CurrentRevision> exam(String course, String id);

    /** The revision of an exam that was last taken in from its file. */
    @SqlQuery("SELECT id, COALESCE(taken, revision) AS revision, file FROM exam WHERE course = :course AND id = :id")
    Optional<CurrentRevision> taken(String course, String id);

    @SqlUpdate("UPDATE exam SET taken = :revision WHERE course = :course AND id = :id")
    int take(String course, String id, String revision);

    @SqlUpdate("INSERT INTO exam (course, id, revision, file) VALUES (:course, :id, :revision, :file)")
    void add(String course, String id, String revision, String file);

    @SqlUpdate("UPDATE exam SET revision = :revision, file = :file WHERE course = :course AND id = :id")
    int renew(String course, String id, String revision, String file);

    @SqlQuery("""
            SELECT state, said AS since FROM exam_control
            WHERE course = :course AND exam = :exam
            ORDER BY seq DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<ManualOpening> control(String course, String exam);

    @SqlQuery("""
            SELECT state FROM exam_release WHERE course = :course AND exam = :exam
            ORDER BY seq DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<Release> release(String course, String exam);

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
