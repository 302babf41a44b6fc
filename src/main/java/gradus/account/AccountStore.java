package gradus.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** People, their sessions, their invitations and the failed sign-ins of late. */
public interface AccountStore {
    /** What a sign-in needs to know. */
    record Credentials(UUID id, String password) {}

    /** A person whom a session belongs to; {@code guest} where they have no password. */
    record SessionOwner(
            UUID id,
            String name,
            boolean guest,
            boolean admin,
            @Nullable UUID formerGuest,
            Instant expires) {}

    /** A link that works once; it makes the first admin where it names nobody. */
    record Invitation(@Nullable UUID person, Instant expires) {}

    @SqlUpdate("""
            INSERT INTO person (id, name, login, student_number, email, password, admin, created)
            VALUES (:id, :name, :login, :studentNumber, :email, :password, :admin, :created)
            """)
    void insert(@BindMethods NewPerson person);

    /** A new person as it is stored. */
    record NewPerson(
            UUID id,
            String name,
            @Nullable String login,
            @Nullable String studentNumber,
            @Nullable String email,
            @Nullable String password,
            boolean admin,
            Instant created) {}

    /** Gives a guest or an invited person their login and password; 0 where they have a password already. */
    @SqlUpdate("""
            UPDATE person
            SET name = :name, login = :login, student_number = :studentNumber, email = :email, password = :password
            WHERE id = :id AND password IS NULL AND erased IS NULL
            """)
    int complete(@BindMethods NewPerson person);

    @SqlQuery("SELECT id, name, login, student_number, email, admin FROM person WHERE id = :id AND erased IS NULL")
    Optional<Person> person(UUID id);

    @SqlQuery("SELECT id, name, login, student_number, email, admin FROM person WHERE login = :login")
    Optional<Person> withLogin(String login);

    @SqlQuery("SELECT id, password FROM person WHERE login = :login AND password IS NOT NULL")
    Optional<Credentials> credentials(String login);

    @SqlUpdate("""
            UPDATE person SET name = :name, student_number = :studentNumber, email = :email
            WHERE id = :id AND erased IS NULL
            """)
    void change(UUID id, String name, @Nullable String studentNumber, @Nullable String email);

    @Transaction
    default void changePassword(UUID id, String password) {
        setPassword(id, password);
        endSessions(id);
    }

    @SqlUpdate("UPDATE person SET password = :password WHERE id = :id AND erased IS NULL")
    void setPassword(UUID id, String password);

    @SqlUpdate("UPDATE person SET admin = TRUE WHERE id = :person")
    void makeAdmin(UUID person);

    @SqlQuery("SELECT COUNT(*) FROM person WHERE admin = TRUE AND password IS NOT NULL")
    int admins();

    @SqlUpdate("""
            INSERT INTO web_session (token_hash, person, former_guest, created, expires)
            VALUES (:hash, :person, :formerGuest, :now, :expires)
            """)
    void startSession(String hash, UUID person, @Nullable UUID formerGuest, Instant now, Instant expires);

    @SqlUpdate("UPDATE web_session SET former_guest = NULL WHERE token_hash = :hash")
    void forgetGuest(String hash);

    @SqlQuery("""
            SELECT p.id, p.name, p.password IS NULL AS guest, p.admin, s.former_guest, s.expires
            FROM web_session s JOIN person p ON p.id = s.person
            WHERE s.token_hash = :hash AND s.expires > :now AND p.erased IS NULL
            """)
    Optional<SessionOwner> sessionOwner(String hash, Instant now);

    @SqlUpdate("UPDATE web_session SET expires = :expires WHERE token_hash = :hash")
    void extendSession(String hash, Instant expires);

    @SqlUpdate("DELETE FROM web_session WHERE token_hash = :hash")
    void endSession(String hash);

    @SqlUpdate("DELETE FROM web_session WHERE person = :person")
    void endSessions(UUID person);

    @SqlUpdate("DELETE FROM web_session WHERE expires <= :now")
    void forgetExpiredSessions(Instant now);

    @SqlUpdate("INSERT INTO invitation (token_hash, person, created, expires) VALUES (:hash, :person, :now, :expires)")
    void invite(String hash, @Nullable UUID person, Instant now, Instant expires);

    @SqlQuery("SELECT person, expires FROM invitation WHERE token_hash = :hash AND expires > :now")
    Optional<Invitation> invitation(String hash, Instant now);

    /** Uses an invitation up; 0 where somebody else was faster. */
    @SqlUpdate("DELETE FROM invitation WHERE token_hash = :hash")
    int useInvitation(String hash);

    /** Uses an invitation up and makes or completes its person; false where it was used already. */
    @Transaction
    default boolean accept(String hash, NewPerson person) {
        if (useInvitation(hash) == 0) {
            return false;
        }
        if (person.admin()) {
            insert(person);
            return true;
        }
        return complete(person) == 1;
    }

    @SqlUpdate("DELETE FROM invitation WHERE person IS NULL")
    void withdrawAdminInvitations();

    @SqlUpdate("""
            INSERT INTO sign_in_failure (id, login_hash, address_hash, failed)
            VALUES (:id, :loginHash, :addressHash, :now)
            """)
    void failed(UUID id, String loginHash, String addressHash, Instant now);

    /** The failures of late at a login from an address. */
    record Failures(int count, @Nullable Instant latest) {}

    @SqlQuery("""
            SELECT COUNT(*) AS count, MAX(failed) AS latest FROM sign_in_failure
            WHERE login_hash = :loginHash AND address_hash = :addressHash AND failed > :since
            """)
    Failures failures(String loginHash, String addressHash, Instant since);

    @SqlUpdate("DELETE FROM sign_in_failure WHERE failed <= :before")
    void forgetFailures(Instant before);

    @SqlUpdate("DELETE FROM sign_in_failure WHERE login_hash = :loginHash AND address_hash = :addressHash")
    void forgive(String loginHash, String addressHash);

    /** Takes everything that tells who a person was; their id and what hangs on it stay. */
    @Transaction
    default void erase(UUID person, Instant now) {
        endSessions(person);
        withdrawInvitations(person);
        blank(person, now);
    }

    @SqlUpdate("DELETE FROM invitation WHERE person = :person")
    void withdrawInvitations(UUID person);

    @SqlUpdate("""
            UPDATE person
            SET name = '', login = NULL, student_number = NULL, email = NULL, password = NULL, admin = FALSE, erased = :now
            WHERE id = :person
            """)
    void blank(UUID person, Instant now);

    /** Names for the people of a list; those who were erased have none. */
    @SqlQuery("SELECT id, name, login, student_number, email, admin FROM person WHERE id IN (<ids>) AND erased IS NULL")
    List<Person> people(
            @org.jdbi.v3.sqlobject.customizer.BindList(
                            onEmpty = org.jdbi.v3.sqlobject.customizer.BindList.EmptyHandling.NULL_STRING)
                    List<UUID> ids);
}
