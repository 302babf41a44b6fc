package gradus;

import gradus.account.AccountStore;
import gradus.account.Accounts;
import gradus.course.CourseStore;
import gradus.course.Particulars;
import gradus.course.Role;
import gradus.database.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People for tests, each with a link with which they choose a password. */
public final class TestPeople {
    private TestPeople() {}

    /** Makes a person with this role in the shipped course; gives the path of their link, {@code /welcome/…}. */
    public static String invited(Database database, String login, String name, Role role) {
        Accounts accounts = new Accounts(database, Clock.systemUTC());
        UUID person = accounts.add(login, name, false).orElseThrow();
        database.save(CourseStore.class).enrol("deep-learning", person, role, Instant.EPOCH);
        return "/welcome/" + accounts.invite(person);
    }

    /** A person with this role in the shipped course, named like their login, who has just chosen a password. */
    public static TestVisitor visitor(TestServer server, String login, Role role) {
        return visitor(server, login, login, role);
    }

    /** A person with this role in the shipped course who has just chosen the password "long enough". */
    public static TestVisitor visitor(TestServer server, String login, String name, Role role) {
        TestVisitor visitor = server.visitor();
        visitor.open(invited(server.database(), login, name, role))
                .type("Password", "long enough")
                .press("Begin");
        return visitor;
    }

    /** Writes a member's student number and section into the roster of the shipped course, as its staff would. */
    public static void onRoster(Database database, String login, String number, @Nullable String section) {
        UUID person = database.store(AccountStore.class)
                .withLogin(login)
                .orElseThrow()
                .id();
        database.save(CourseStore.class)
                .describe("deep-learning", person, new Particulars(number, null, section, null, null, null));
    }

    /** Makes a person who is an admin; gives the path of their link. */
    public static String invitedAdmin(Database database, String login, String name) {
        Accounts accounts = new Accounts(database, Clock.systemUTC());
        return "/welcome/" + accounts.invite(accounts.add(login, name, true).orElseThrow());
    }

    /** The path of the link that makes the first admin. */
    public static String firstAdmin(TestServer server) {
        return URI.create(server.app().adminLink().orElseThrow()).getPath();
    }
}
