package gradus.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gradus.api.Permission;
import gradus.api.Tokens;
import gradus.course.CourseStore;
import gradus.message.Message;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code token add}: lets a program use the API. */
@Command(name = "token", description = "Tokens with which programs use the API.", mixinStandardHelpOptions = true)
final class TokenCommand {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 3_650;
    private static final String KNOWN =
            Arrays.stream(Permission.values()).map(Permission::word).collect(Collectors.joining(", "));

    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Command(
            name = "add",
            description =
                    "Makes a token and prints it, once. It acts for a person and can do no more than this person.",
            mixinStandardHelpOptions = true)
    int add(
            @Option(names = "--login", required = true, description = "For whom it acts.") String login,
            @Option(
                            names = "--name",
                            defaultValue = "token",
                            description = "What to call it (default: ${DEFAULT-VALUE}).")
                    String name,
            @Option(names = "--course", description = "The only course it is for (default: all where they are staff).")
                    @Nullable
                    String course,
            @Option(
                            names = "--scopes",
                            split = ",",
                            paramLabel = "SCOPE",
                            defaultValue = "exams,attempts,responses,scores,statistics,exports",
                            description =
                                    "What it may do: exams, roster, attempts, responses, scores, scores:write, regrade,"
                                            + " statistics, exports (default: ${DEFAULT-VALUE}).")
                    List<String> scopes,
            @Option(
                            names = "--days",
                            defaultValue = "180",
                            description = "How long it is valid (default: ${DEFAULT-VALUE}).")
                    int days,
            @Mixin DatabaseOptions options)
            throws IOException {
        Optional<String> unknown = scopes.stream()
                .filter(word -> Permission.of(word.strip()).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            return root.refuse(Message.of("command.token-scope", unknown.get(), KNOWN));
        }
        if (days < 1 || days > MOST_DAYS || name.isBlank() || name.length() > LONGEST_NAME) {
            return root.refuse(Message.of("command.token-unfit", MOST_DAYS, LONGEST_NAME));
        }
        Set<Permission> permissions = scopes.stream()
                .flatMap(word -> Permission.of(word.strip()).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
        return root.withPerson(options, login, (database, person) -> {
            if (course != null
                    && database.store(CourseStore.class).course(course).isEmpty()) {
                return root.refuse(Message.of("course.unknown", course));
            }
            tell(
                    new Tokens(database, clock()).add(person.id(), name, course, permissions, Duration.ofDays(days)),
                    login,
                    name);
            return ExitCode.OK;
        });
    }

    private void tell(String token, String login, String name) {
        if (root.json()) {
            root.print(JsonNodeFactory.instance
                    .objectNode()
                    .put("token", token)
                    .put("login", login)
                    .put("name", name));
        } else {
            root.say(Message.of("command.token-added", token));
        }
    }

    @Command(name = "end", description = "Ends a person's tokens of a name.", mixinStandardHelpOptions = true)
    int end(
            @Option(names = "--login", required = true, description = "For whom it acts.") String login,
            @Option(
                            names = "--name",
                            defaultValue = "token",
                            description = "What it is called (default: ${DEFAULT-VALUE}).")
                    String name,
            @Mixin DatabaseOptions options)
            throws IOException {
        return root.withPerson(options, login, (database, person) -> {
            int ended = new Tokens(database, clock()).end(person.id(), name);
            if (root.json()) {
                root.print(JsonNodeFactory.instance.objectNode().put("ended", ended));
            } else {
                root.say(Message.of("command.token-ended", ended));
            }
            return ExitCode.OK;
        });
    }

    private static Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
