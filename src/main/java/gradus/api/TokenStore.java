package gradus.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The tokens of programs, by their hashes. */
interface TokenStore {
    /** A token that has not run out, and whom it acts for. */
    record Held(
            UUID person,
            String name,
            boolean admin,
            @Nullable String course,
            String permissions) {}

    @SqlUpdate("""
            INSERT INTO api_token (token_hash, name, person, course, permissions, created, expires)
            VALUES (:hash, :name, :person, :course, :permissions, :created, :expires)
            """)
    void add(
            String hash,
            String name,
            UUID person,
            @Nullable String course,
            String permissions,
            Instant created,
            Instant expires);

    @SqlQuery("""
            SELECT t.person, p.name, p.admin, t.course, t.permissions
            FROM api_token t JOIN person p ON p.id = t.person
            WHERE t.token_hash = :hash AND t.expires > :now AND p.erased IS NULL
            """)
    Optional<Held> held(String hash, Instant now);

    @SqlUpdate("UPDATE api_token SET expires = :now WHERE person = :person AND name = :name AND expires > :now")
    int end(UUID person, String name, Instant now);
}
