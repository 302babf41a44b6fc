package gradus.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.account.AccountStore;
import gradus.account.Accounts;
import gradus.account.Person;
import gradus.course.CourseStore;
import gradus.course.Role;
import gradus.database.Database;
import gradus.message.Message;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code user add}: creates an account. */
@Command(name = "user", description = "Accounts.", mixinStandardHelpOptions = true)
final class UserCommand {
    /** The position to give: admin of the server, or a role in a course. */
    enum Position {
        STUDENT,
        GRADER,
        INSTRUCTOR,
        ADMIN
    }

    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Command(
            name = "add",
            description = "Adds a person and prints a one-time link with which they choose their password."
                    + " A person who is there already only gets the role.",
            mixinStandardHelpOptions = true)
    int add(
            @Option(names = "--login", required = true, description = "For example the student number.") String login,
            @Option(names = "--name", description = "What to call them (default: the login).") @Nullable String name,
            @Option(names = "--role", paramLabel = "ROLE", description = "student, grader, instructor or admin.")
                    @Nullable
                    Position role,
            @Option(
                            names = "--course",
                            defaultValue = "deep-learning",
                            description = "Where the role is held (default: ${DEFAULT-VALUE}).")
                    String course,
            @Mixin LinkOptions links,
            @Mixin DatabaseOptions options)
            throws IOException {
        if (!Accounts.isLogin(login)) {
            return root.refuse(Message.of("command.login-unfit", login));
        }
        return root.with(options, database -> {
            if (database.store(CourseStore.class).course(course).isEmpty()) {
                return root.refuse(Message.of("course.unknown", course));
            }
            if (isSquatted(database, login, role)) {
                return root.refuse(Message.of("command.user-unconfirmed", login));
            }
            Accounts accounts = new Accounts(database, clock());
            Optional<UUID> added = accounts.add(login, name == null ? login : name, role == Position.ADMIN);
            ObjectNode told = JsonNodeFactory.instance.objectNode().put("login", login);
            told.put("added", added.isPresent());
            if (added.isPresent()) {
                String link = links.link(accounts.invite(added.get()));
                told.put("link", link);
                say(Message.of("command.user-added", login, link));
            } else {
                say(Message.of("command.user-exists", login));
            }
            UUID person = added.or(() -> database.store(AccountStore.class)
                            .withLogin(Accounts.fold(login))
                            .map(Person::id))
                    .orElseThrow();
            if (role != null) {
                database.save(AccountStore.class).withdrawResets(person);
            }
            if (role == Position.ADMIN) {
                database.save(AccountStore.class).makeAdmin(person);
            } else if (role != null) {
                enrol(database, course, person, Role.valueOf(role.name()), login);
                told.put("course", course);
            }
            if (root.json()) {
                root.print(role == null ? told : told.put("role", role.name().toLowerCase(Locale.ROOT)));
            }
            return ExitCode.OK;
        });
    }

    @Command(
            name = "reset",
            description = "Prints a one-time link with which somebody who has forgotten their password sets a new one.",
            mixinStandardHelpOptions = true)
    int reset(
            @Parameters(paramLabel = "LOGIN", description = "The login of the account.") String login,
            @Mixin LinkOptions links,
            @Mixin DatabaseOptions options)
            throws IOException {
        return root.withPerson(options, login, (database, person) -> {
            String link = links.link(new Accounts(database, clock()).reset(person.id()));
            if (root.json()) {
                root.print(JsonNodeFactory.instance
                        .objectNode()
                        .put("login", login)
                        .put("link", link));
            } else {
                root.say(Message.of("command.user-reset", login, link));
            }
            return ExitCode.OK;
        });
    }

    @Command(
            name = "confirm",
            description = "Says that it is known whose account this is, so that it may be given a role of staff.",
            mixinStandardHelpOptions = true)
    int confirm(
            @Parameters(paramLabel = "LOGIN", description = "The login of the account.") String login,
            @Mixin DatabaseOptions options)
            throws IOException {
        return root.withPerson(options, login, (database, person) -> {
            database.save(AccountStore.class).confirm(person.id(), clock().instant());
            if (root.json()) {
                root.print(JsonNodeFactory.instance
                        .objectNode()
                        .put("login", login)
                        .put("confirmed", true));
            } else {
                root.say(Message.of("command.user-confirmed", login));
            }
            return ExitCode.OK;
        });
    }

    /** Whether an account that was there before is one that nobody vouches for, and it is about to become staff. */
    private static boolean isSquatted(Database database, String login, @Nullable Position role) {
        return role != null
                && role != Position.STUDENT
                && database.store(AccountStore.class)
                        .withLogin(Accounts.fold(login))
                        .filter(person -> person.confirmed() == null)
                        .isPresent();
    }

    private void enrol(Database database, String course, UUID person, Role role, String login) {
        Instant now = clock().instant();
        if (!database.insertOnce(CourseStore.class, store -> store.enrol(course, person, role, now))) {
            database.save(CourseStore.class).changeRole(course, person, role);
        }
        say(Message.of("command.user-enrolled", login, Message.of("course.role-" + role.word()), course));
    }

    private static Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    private void say(Message message) {
        if (!root.json()) {
            root.say(message);
        }
    }
}
