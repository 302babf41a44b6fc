package gradus.result;

import gradus.attempt.ScoreStore;
import java.math.BigDecimal;
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
            JOIN part_score s ON s.course = a.course AND s.attempt = a.id
            JOIN attempt_question q
                ON q.course = a.course AND q.attempt = a.id AND q.position = s.position AND q.variant = s.variant
            """;
    String MEMBER = " LEFT JOIN membership m ON m.course = a.course AND m.person = a.person ";
    String COUNTED =
            " WHERE a.course = :course AND a.exam = :exam AND a.standing = 'COUNTS' AND a.submitted IS NOT NULL ";

    /** An attempt that the statistics count, with the section of its student. */
    record SatRow(UUID attempt, String section) {}

    @SqlQuery("SELECT a.id AS attempt, COALESCE(m.section, '') AS section FROM attempt a " + MEMBER + COUNTED)
    @FetchSize(500)
    void eachSat(String course, String exam, Consumer<SatRow> consumer);

    /**
     * A question that an attempt asked.
     *
     * @param params the numbers drawn
     */
    record AskedRow(UUID attempt, int position, int variant, String label, String question, String params) {}

    @SqlQuery("SELECT a.id AS attempt, q.position, q.variant, q.label, q.question, q.params FROM attempt a"
            + " JOIN attempt_question q ON q.course = a.course AND q.attempt = a.id " + COUNTED)
    @FetchSize(500)
    void eachAsked(String course, String exam, Consumer<AskedRow> consumer);

    /**
     * A score that was given once; of those of one part the one of the last run counts.
     *
     * @param number of the run
     */
    record GivenRow(
            UUID attempt,
            int number,
            int position,
            int variant,
            String part,
            String verdict,
            BigDecimal score,
            BigDecimal points,
            @Nullable String mistake) {}

    @SqlQuery("SELECT a.id AS attempt, s.number, s.position, s.variant, s.part, s.verdict, s.score_value AS score,"
            + " s.points_value AS points, s.mistake FROM attempt a"
            + " JOIN part_score s ON s.course = a.course AND s.attempt = a.id " + COUNTED)
    @FetchSize(500)
    void eachGiven(String course, String exam, Consumer<GivenRow> consumer);

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
             AND q.label = :label AND q.question = :question AND s.part = :part AND s.mistake = :mistake AND
            """ + ScoreStore.COUNTS + " ORDER BY 3, 2, 1")
    List<Who> who(String course, String exam, String label, String question, String part, String mistake);

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

    /** A graded answer with the numbers it was asked for. */
    record Answered(
            UUID attempt,
            String name,
            String label,
            String question,
            String part,
            String verdict,
            String params,
            @Nullable String findings) {}

    @SqlQuery(
            "SELECT a.id AS attempt, COALESCE(m.official_name, p.name, '') AS name, q.label, q.question, s.part, s.verdict, q.params,"
                    + " s.findings " + SCORES + MEMBER + " JOIN person p ON p.id = a.person " + COUNTED + """
             AND s.verdict IN ('correct', 'incorrect', 'partial') AND s.findings IS NOT NULL AND
            """
                    + ScoreStore.COUNTS + " ORDER BY a.started, a.id, q.position, s.part")
    @FetchSize(500)
    void eachAnswered(String course, String exam, Consumer<Answered> consumer);
}
