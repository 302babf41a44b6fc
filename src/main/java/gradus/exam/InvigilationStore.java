package gradus.exam;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What staff said while exams ran: rows are only added. */
interface InvigilationStore {
    @SqlQuery("SELECT paused, said FROM exam_pause WHERE course = :course AND exam = :exam ORDER BY seq")
    List<Pauses.Said> pauses(String course, String exam);

    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM exam_pause WHERE course = :course AND exam = :exam")
    long lastPause(String course, String exam);

    @SqlUpdate("""
            INSERT INTO exam_pause (course, exam, seq, paused, reason, said, said_by)
            VALUES (:course, :exam, :seq, :paused, :reason, :said, :saidBy)
            """)
    void addPause(String course, String exam, long seq, boolean paused, String reason, Instant said, UUID saidBy);

    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM exam_line WHERE course = :course AND exam = :exam")
    long lastLine(String course, String exam);

    @SqlUpdate("""
            INSERT INTO exam_line (course, exam, seq, content, said, said_by)
            VALUES (:course, :exam, :seq, :content, :said, :saidBy)
            """)
    void addLine(String course, String exam, @BindMethods Invigilation.Line line);

    @SqlQuery("""
            SELECT seq, content, said, said_by FROM exam_line
            WHERE course = :course AND exam = :exam AND said >= :since
            ORDER BY seq
            """)
    List<Invigilation.Line> lines(String course, String exam, Instant since);
}
