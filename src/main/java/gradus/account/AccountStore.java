package gradus.account;

import gradus.web.Secret;
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

    /**
     * A link that works once; it makes the first admin where it names nobody.
     *
     * @param resets whether it only sets a new password, for who has forgotten theirs
     */
    record Invitation(@Nullable UUID person, boolean resets, Instant expires) {}

    @SqlUpdate("""
            INSERT INTO person (id, name, login, email, password, admin, created, confirmed)
            VALUES (:id, :name, :login, :email, :password, :admin, :created, :confirmed)
            """)
    void insert(@BindMethods NewPerson person);

    /** A new person as it is stored. */
    record NewPerson(
            UUID id,
            String name,
            @Nullable String login,
            @Nullable String email,
            @Nullable String password,
            boolean admin,
            Instant created,
            @Nullable Instant confirmed) {}

    /** Gives a guest or an invited person their login and password; 0 where they have a password already. */
    @SqlUpdate("""
            UPDATE person
            SET name = :name, login = :login, email = :email, password = :password
            WHERE id = :id AND password IS NULL AND erased IS NULL
            """)
    int complete(@BindMethods NewPerson person);

    @SqlQuery("SELECT id, name, login, email, admin, confirmed FROM person WHERE id = :id AND erased IS NULL")
    Optional<Person> person(UUID id);

    @SqlQuery("SELECT id, name, login, email, admin, confirmed FROM person WHERE login = :login")
    Optional<Person> withLogin(String login);

    @SqlQuery("SELECT id, password FROM person WHERE login = :login AND password IS NOT NULL")
    Optional<Credentials> credentials(String login);

    @SqlUpdate("UPDATE person SET name = :name, email = :email WHERE id = :id AND erased IS NULL")
    void change(UUID id, String name, @Nullable String email);

    @Transaction
    default void changePassword(UUID id, String password) {
        setPassword(id, password);
        endSessions(id);
    }

    @SqlUpdate("UPDATE person SET password = :password WHERE id = :id AND erased IS NULL")
    void setPassword(UUID id, String password);

    @SqlUpdate("UPDATE person SET admin = TRUE WHERE id = :person")
    void makeAdmin(UUID person);

    @SqlUpdate("UPDATE person SET confirmed = :now WHERE id = :person AND confirmed IS NULL")
    void confirm(UUID person, Instant now);

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

    @SqlUpdate("""
            INSERT INTO invitation (token_hash, person, resets, created, expires)
            VALUES (:hash, :person, :resets, :now, :expires)
            """)
    void invite(String hash, @Nullable UUID person, boolean resets, Instant now, Instant expires);

    @SqlQuery("SELECT person, resets, expires FROM invitation WHERE token_hash = :hash AND expires > :now")
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

    /** Uses a link up and sets the password; false where it was used already. */
    @Transaction
    default boolean reset(String hash, UUID person, String password) {
        if (useInvitation(hash) == 0) {
            return false;
        }
        withdrawInvitations(person);
        changePassword(person, password);
        return true;
    }

    @SqlQuery("SELECT COUNT(*) FROM invitation WHERE person = :person AND resets = TRUE AND created > :since")
    int resetsSince(UUID person, Instant since);

    @SqlQuery("SELECT COUNT(*) FROM former_login WHERE login_hash = :hash")
    int formerLogins(String hash);

    @SqlUpdate("INSERT INTO former_login (login_hash, since) VALUES (:hash, :now)")
    void keepLogin(String hash, Instant now);

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
        person(person)
                .map(Person::login)
                .map(Secret::hash)
                .filter(hash -> formerLogins(hash) == 0)
                .ifPresent(hash -> keepLogin(hash, now));
        forgetOnRosters(person);
        blank(person, now);
    }

    /** The number stays taken, so that nobody sits an exam again under it. */
    @SqlUpdate("""
            UPDATE membership SET official_name = NULL, department = NULL, study_year = NULL, email = NULL
            WHERE person = :person
            """)
    void forgetOnRosters(UUID person);

    @SqlUpdate("DELETE FROM invitation WHERE person = :person")
    void withdrawInvitations(UUID person);

    /** Links that somebody made for the account while it could do less than now. */
    @SqlUpdate("DELETE FROM invitation WHERE person = :person AND resets = TRUE")
    void withdrawResets(UUID person);

    @SqlUpdate("""
            UPDATE person
            SET name = '', login = NULL, email = NULL, password = NULL, admin = FALSE, erased = :now
            WHERE id = :person
            """)
    void blank(UUID person, Instant now);

    /** Names for the people of a list; those who were erased have none. */
    @SqlQuery("SELECT id, name, login, email, admin, confirmed FROM person WHERE id IN (<ids>) AND erased IS NULL")
    List<Person> people(
            @org.jdbi.v3.sqlobject.customizer.BindList(
                            onEmpty = org.jdbi.v3.sqlobject.customizer.BindList.EmptyHandling.NULL_STRING)
                    List<UUID> ids);
}
