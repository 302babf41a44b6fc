package gradus.bank;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Versions of pictures, as Base64. Rows are only added. */
interface PictureStore {
    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM picture WHERE course = :course AND name = :name")
    long last(String course, String name);

    @SqlQuery(
            "SELECT hash FROM picture WHERE course = :course AND name = :name ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY")
    Optional<String> hash(String course, String name);

    @SqlUpdate("""
            INSERT INTO picture (course, name, seq, hash, content, stored)
            VALUES (:course, :name, :seq, :hash, :content, :stored)
            """)
    void add(String course, String name, long seq, String hash, String content, Instant stored);

    /** The last version that was there at a time. */
    @SqlQuery("""
            SELECT content FROM picture WHERE course = :course AND name = :name AND stored <= :when
            ORDER BY seq DESC
            FETCH FIRST 1 ROWS ONLY
            """)
    Optional<String> at(String course, String name, Instant when);

    @SqlQuery(
            "SELECT content FROM picture WHERE course = :course AND name = :name ORDER BY seq FETCH FIRST 1 ROWS ONLY")
    Optional<String> first(String course, String name);
}
