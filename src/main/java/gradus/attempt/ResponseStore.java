package gradus.attempt;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Responses: rows are only added. Those that count stand in one table, those that were set aside in another. */
interface ResponseStore {
    String ORIGIN = "client, n, made_from, late, node, address";

    /** Saves of an attempt that counted once. */
    String TAKEN = "SELECT seq, position, variant, part, content, arrived, " + ORIGIN
            + ", 'TAKEN' AS standing FROM response WHERE course = :course AND attempt = :attempt";

    /** Saves of an attempt that were set aside. */
    String ASIDE = "SELECT seq, position, variant, part, content, arrived, " + ORIGIN
            + ", standing FROM response_aside WHERE course = :course AND attempt = :attempt";

    String LAST = " ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY";

    /** The highest number of a response in an attempt, set aside or not; 0 where there is none. */
    @SqlQuery("""
            SELECT COALESCE(MAX(seq), 0) FROM
                (SELECT MAX(seq) AS seq FROM response WHERE course = :course AND attempt = :attempt
                 UNION ALL
                 SELECT MAX(seq) AS seq FROM response_aside WHERE course = :course AND attempt = :attempt) numbers
            """)
    long last(String course, UUID attempt);

    @SqlBatch("INSERT INTO response (course, attempt, seq, position, variant, part, content, arrived, " + ORIGIN + """
            )
            VALUES (:course, :attempt, :seq, :key.position, :key.variant, :key.part, :content, :arrived,
                :client, :n, :madeFrom, :late, :node, :address)
            """)
    void add(String course, UUID attempt, @BindMethods List<Save> saves);

    @SqlBatch("INSERT INTO response_aside (course, attempt, seq, position, variant, part, content, arrived, " + ORIGIN
            + """
            , standing)
            VALUES (:course, :attempt, :seq, :key.position, :key.variant, :key.part, :content, :arrived,
                :client, :n, :madeFrom, :late, :node, :address, :standing)
            """)
    void setAside(String course, UUID attempt, @BindMethods List<Save> saves);

    /**
     * What decides about a response that comes in, some of it twice: the answer of its part as it stands, what its page has sent
     * of this number and later ones, and the last rows of the attempt.
     */
    @SqlQuery("("
            + TAKEN
            + " AND position = :key.position AND variant = :key.variant AND part = :key.part"
            + LAST
            + ") UNION ALL ("
            + TAKEN
            + LAST
            + ") UNION ALL ("
            + ASIDE
            + LAST
            + ") UNION ALL "
            + TAKEN
            + " AND client = :client AND n >= :n UNION ALL "
            + ASIDE
            + " AND client = :client AND n >= :n")
    List<Save> deciding(
            String course, UUID attempt, @BindMethods("key") PartKey key, @Nullable String client, @Nullable Long n);

    /** The text of a response that counted once. */
    @SqlQuery("SELECT content FROM response WHERE course = :course AND attempt = :attempt AND seq = :seq")
    Optional<String> content(String course, UUID attempt, long seq);

    /** The response of each part that counts; in one pass, as H2 works out a subquery anew for every row. */
    @SqlQuery("""
            SELECT seq, position, variant, part, content, arrived
            FROM (SELECT seq, position, variant, part, content, arrived,
                      ROW_NUMBER() OVER (PARTITION BY position, variant, part ORDER BY seq DESC) AS back
                  FROM response WHERE course = :course AND attempt = :attempt) saves
            WHERE back = 1
            ORDER BY seq
            """)
    List<Response> latest(String course, UUID attempt);

    /** Of each part the superseded answer that came last, where nobody has settled it by a save since. */
    @SqlQuery("""
            SELECT a.seq, a.position, a.variant, a.part, a.content, a.arrived
            FROM response_aside a
            WHERE a.course = :course AND a.attempt = :attempt AND a.standing = 'SUPERSEDED'
                AND NOT EXISTS
                    (SELECT 1 FROM response r
                     WHERE r.course = a.course AND r.attempt = a.attempt AND r.seq > a.seq
                        AND r.position = a.position AND r.variant = a.variant AND r.part = a.part)
                AND NOT EXISTS
                    (SELECT 1 FROM response_aside again
                     WHERE again.course = a.course AND again.attempt = a.attempt AND again.seq > a.seq
                        AND again.position = a.position AND again.variant = a.variant AND again.part = a.part
                        AND again.standing = 'REPEATED')
            ORDER BY a.seq
            """)
    List<Response> disputed(String course, UUID attempt);

    @SqlQuery("""
            SELECT seq, position, variant, part, content, arrived FROM response
            WHERE course = :course AND attempt = :attempt
            ORDER BY seq
            """)
    List<Response> all(String course, UUID attempt);

    /** Everything that was ever saved, in the order of its numbers. */
    @SqlQuery(TAKEN + " UNION ALL " + ASIDE + " ORDER BY seq")
    List<Save> history(String course, UUID attempt);
}
