package gradus.result;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What the statistics of an exam count part by part, in submitted attempts that count. */
interface DetailStore {
    String SCORES = """
            FROM attempt a
            JOIN counting_score s ON s.course = a.course AND s.attempt = a.id
            JOIN attempt_question q
                ON q.course = a.course AND q.attempt = a.id AND q.position = s.position AND q.variant = s.variant
            """;
    String MEMBER = " LEFT JOIN membership m ON m.course = a.course AND m.person = a.person ";
    String COUNTED =
            " WHERE a.course = :course AND a.exam = :exam AND a.standing = 'COUNTS' AND a.submitted IS NOT NULL ";

    /** How many attempts got a verdict on a part. */
    record Verdicts(String label, String part, String verdict, long attempts) {}

    @SqlQuery("SELECT q.label, s.part, s.verdict, COUNT(*) AS attempts " + SCORES + COUNTED + """
            GROUP BY q.label, s.part, s.verdict
            ORDER BY MIN(q.position), q.label, s.part, s.verdict
            """)
    List<Verdicts> verdicts(String course, String exam);

    /** How many attempts of a section met a mistake or fault. */
    record SectionMistake(String label, String part, String mistake, String section, long attempts) {}

    @SqlQuery("SELECT q.label, s.part, s.mistake, COALESCE(m.section, '') AS section, COUNT(DISTINCT a.id) AS attempts "
            + SCORES + MEMBER + COUNTED + """
             AND s.mistake IS NOT NULL
            GROUP BY q.label, s.part, s.mistake, COALESCE(m.section, '')
            """)
    List<SectionMistake> mistakesBySection(String course, String exam);

    /** How many attempts a section has. */
    record SectionSize(String section, long attempts) {}

    @SqlQuery(
            "SELECT COALESCE(m.section, '') AS section, COUNT(*) AS attempts FROM attempt a " + MEMBER + COUNTED + """
            GROUP BY COALESCE(m.section, '')
            ORDER BY 1
            """)
    List<SectionSize> sections(String course, String exam);

    /** A student who met a mistake. */
    record Who(UUID attempt, String name, String section) {}

    @SqlQuery("SELECT DISTINCT a.id AS attempt, COALESCE(m.official_name, p.name, '') AS name,"
            + " COALESCE(m.section, '') AS section " + SCORES + MEMBER + " JOIN person p ON p.id = a.person " + COUNTED
            + """
             AND q.label = :label AND s.part = :part AND s.mistake = :mistake
            ORDER BY 3, 2, 1
            """)
    List<Who> who(String course, String exam, String label, String part, String mistake);

    /** The seconds that an attempt spent on a question: from each save before to each of its own. */
    record Spent(String label, double seconds) {}

    @SqlQuery("""
            SELECT q.label, SUM(x.seconds) AS seconds FROM
                (SELECT r.course, r.attempt, r.position, r.variant,
                    EXTRACT(EPOCH FROM r.arrived) - EXTRACT(EPOCH FROM
                        COALESCE(LAG(r.arrived) OVER (PARTITION BY r.attempt ORDER BY r.seq), a.started)) AS seconds
                 FROM attempt a
                 JOIN response r ON r.course = a.course AND r.attempt = a.id
            """ + COUNTED + """
                ) x
            JOIN attempt_question q
                ON q.course = x.course AND q.attempt = x.attempt AND q.position = x.position AND q.variant = x.variant
            GROUP BY x.attempt, q.label
            """)
    @FetchSize(500)
    void eachTime(String course, String exam, Consumer<Spent> consumer);

    /**
     * A question of an attempt as it was asked.
     *
     * @param params the numbers drawn
     * @param share the part of its points that was earned, from 0 to 1
     */
    record Drawn(String label, String params, double share) {}

    @SqlQuery("""
            SELECT x.label, q.params, x.share FROM
                (SELECT a.course, a.id AS attempt, s.position, s.variant, MIN(q.label) AS label,
                    SUM(s.score_value) / SUM(s.points_value) AS share
            """ + SCORES + COUNTED + """
                 GROUP BY a.course, a.id, s.position, s.variant
                 HAVING SUM(s.points_value) > 0) x
            JOIN attempt_question q
                ON q.course = x.course AND q.attempt = x.attempt AND q.position = x.position AND q.variant = x.variant
            """)
    @FetchSize(500)
    void eachDrawn(String course, String exam, Consumer<Drawn> consumer);

    /** A graded answer with the numbers it was asked for. */
    record Answered(
            UUID attempt,
            String name,
            String label,
            String part,
            String verdict,
            String params,
            @Nullable String findings) {}

    @SqlQuery(
            "SELECT a.id AS attempt, COALESCE(m.official_name, p.name, '') AS name, q.label, s.part, s.verdict, q.params,"
                    + " s.findings " + SCORES + MEMBER + " JOIN person p ON p.id = a.person " + COUNTED + """
             AND s.verdict IN ('correct', 'incorrect', 'partial') AND s.findings IS NOT NULL
            ORDER BY a.started, a.id, q.position, s.part
            """)
    @FetchSize(500)
    void eachAnswered(String course, String exam, Consumer<Answered> consumer);
}
