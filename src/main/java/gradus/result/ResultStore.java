package gradus.result;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.AllowUnusedBindings;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Attempts of an exam with their latest scores, by page, and what its statistics count. */
interface ResultStore {
    /** The last grading of an attempt. */
    String LATEST = """
             LEFT JOIN grading g ON g.course = a.course AND g.attempt = a.id
                AND g.number = (SELECT MAX(l.number) FROM grading l WHERE l.course = a.course AND l.attempt = a.id)
            """;

    /** The attempts of an exam. */
    String LISTED = " WHERE a.course = :course AND a.exam = :exam AND a.standing <> 'TRY_OUT' ";

    /**
     * Those of people who are called so, or whose number or login has this in it. Who might be is looked for among people first:
     * to put person and place in the course beside each of 100,000 attempts takes seconds.
     */
    String FOUND = """
             AND a.person IN (
                SELECT o.id FROM person o WHERE LOWER(o.name) LIKE :search OR LOWER(o.login) LIKE :search
                UNION
                SELECT o.person FROM membership o WHERE o.course = :course
                    AND (LOWER(o.official_name) LIKE :search OR LOWER(o.student_number) LIKE :search))
             AND (LOWER(COALESCE(m.official_name, p.name, '')) LIKE :search
                OR LOWER(COALESCE(m.student_number, '')) LIKE :search OR LOWER(COALESCE(p.login, '')) LIKE :search)
            """;

    /** The attempts of a page alone, since putting much beside 100,000 of them to sort them takes long. */
    @AllowUnusedBindings // who lists all searches for nothing
    @SqlQuery("SELECT a.id FROM attempt a <joins>" + LISTED
            + " <found> ORDER BY <order> OFFSET :from ROWS FETCH NEXT :count ROWS ONLY")
    List<UUID> page(
            String course,
            String exam,
            String search,
            @Define("joins") String joins,
            @Define("found") String found,
            @Define("order") String order,
            long from,
            int count);

    @SqlQuery("""
            SELECT a.id, COALESCE(m.official_name, p.name, '') AS name, m.student_number, p.login, a.number, a.started,
                a.submitted, a.ended_by, g.score, g.graded, g.points, a.standing
            FROM attempt a
            """ + LATEST + ExportStore.MEMBER + " WHERE a.course = :course AND a.id IN (<ids>)")
    List<AttemptRow> rows(String course, @BindList("ids") List<UUID> ids);

    @SqlQuery("SELECT COUNT(*) FROM attempt a" + LISTED)
    long count(String course, String exam);

    @SqlQuery("SELECT COUNT(*) FROM attempt a " + ExportStore.MEMBER + LISTED + FOUND)
    long count(String course, String exam, String search);

    /** What the statistics of an exam are computed of: any submission, score or word of staff changes a number of it. */
    record Basis(long submitted, long gradings, long standings, long running) {}

    @SqlQuery("""
            SELECT
                (SELECT COUNT(*) FROM attempt a
                 WHERE a.course = :course AND a.exam = :exam AND a.submitted IS NOT NULL) AS submitted,
                (SELECT COUNT(*) FROM attempt a JOIN grading g ON g.course = a.course AND g.attempt = a.id
                 WHERE a.course = :course AND a.exam = :exam) AS gradings,
                (SELECT COALESCE(MAX(s.seq), 0) FROM exam_standing s
                 WHERE s.course = :course AND s.exam = :exam) AS standings,
                (SELECT COUNT(*) FROM attempt a
                 WHERE a.course = :course AND a.exam = :exam AND a.submitted IS NULL) AS running
            FROM exam e WHERE e.course = :course AND e.id = :exam
            """)
    Basis basis(String course, String exam);
}
