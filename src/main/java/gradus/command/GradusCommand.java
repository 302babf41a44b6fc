package gradus.command;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.account.AccountStore;
import gradus.account.Accounts;
import gradus.account.Person;
import gradus.database.CannotStart;
import gradus.database.Database;
import gradus.message.Message;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * {@code gradus VERB}; serves where no verb is given. Exit codes: 0 fine, 1 findings, 2 wrong usage or a failed start.
 */
@Command(
        name = "gradus",
        description = "A web quiz and auto-grader for deep-learning exams.",
        mixinStandardHelpOptions = true,
        version = "Gradus 0.1.0",
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            EvalCommand.class,
            KeyCommand.class,
            GradeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            StatisticsCommand.class,
            UserCommand.class,
            CourseCommand.class,
            TokenCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
        })
public final class GradusCommand implements Callable<Integer> {
    /** The exit code of a program that Ctrl-C has ended, as shells know it. */
    private static final int STOPPED = 130;

    @Mixin
    private ServeCommand.Options serve = new ServeCommand.Options();

    private Locale language = Locale.ENGLISH;
    private List<String> arguments = List.of();
    private PrintStream out = System.out;
    private PrintStream err = System.err;
    private Path directory = Path.of("").toAbsolutePath();

    /** The database of the server inside which the verb runs; null where it runs on its own. */
    private @Nullable Database serving;

    @Option(names = "--json", description = "Answers in JSON, for programs.", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(
            names = "--lang",
            paramLabel = "ko|en",
            description = "Language of messages (default: en).",
            scope = ScopeType.INHERIT)
    void language(String tag) {
        language = Locale.forLanguageTag(tag);
    }

    /** The output language of verbs. */
    Locale language() {
        return language;
    }

    /** Whether verbs print JSON. */
    boolean json() {
        return json;
    }

    /** The work of a verb on the database. */
    interface Work {
        int on(Database database) throws IOException;
    }

    /** The work of a verb for somebody in the database. */
    interface PersonalWork {
        int on(Database database, Person person) throws IOException;
    }

    /**
     * Runs work on the database that the options name: opened for it, or, where a server on this machine holds the
     * database, inside that server.
     *
     * @return the exit code
     */
    int with(DatabaseOptions options, Work work) throws IOException {
        if (serving != null) {
            return work.on(serving);
        }
        try (Database database = options.open()) {
            return work.on(database);
        } catch (CannotStart refused) {
            OptionalInt byServer =
                    refused.isInUse() ? OperatorDoor.ask(options.data(), arguments, out, err) : OptionalInt.empty();
            return byServer.orElseThrow(() -> refused);
        }
    }

    /** Runs work for the person of this login, who must be there, as {@link #with} does. */
    int withPerson(DatabaseOptions options, String login, PersonalWork work) throws IOException {
        return with(options, database -> {
            Optional<Person> person = database.store(AccountStore.class).withLogin(Accounts.fold(login));
            return person.isPresent() ? work.on(database, person.get()) : refuse(Message.of("command.no-login", login));
        });
    }

    /** Resolves a path against the directory in which the verb was typed, which may not be the server's. */
    Path path(Path typed) {
        return directory.resolve(typed).normalize();
    }

    /** The standard output of the verb. */
    PrintStream out() {
        return out;
    }

    /** The standard error of the verb. */
    PrintStream err() {
        return err;
    }

    /** Prints a text for people. */
    void say(Message message) {
        out.println(message.in(language));
    }

    /** Prints a result for programs. */
    void print(JsonNode answer) {
        Lines.print(answer, out);
    }

    /** Prints why a verb cannot run, and returns the exit code of wrong usage. */
    int refuse(Message reason) {
        if (json) {
            print(new Lines(language).error(reason));
        } else {
            err.println(reason.in(language));
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** Runs the verb named by the arguments and returns its exit code. */
    public static int run(String... arguments) {
        return new GradusCommand().execute(List.of(arguments));
    }

    /** A command line that runs inside a server, on its database, for a person working in this directory. */
    static GradusCommand inServer(Database database, Path directory, PrintStream out, PrintStream err) {
        GradusCommand root = new GradusCommand();
        root.serving = database;
        root.directory = directory;
        root.out = out;
        root.err = err;
        return root;
    }

    int execute(List<String> given) {
        arguments = given;
        return new CommandLine(this)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof CannotStart known) {
                        return refuse(known.reason());
                    }
                    if (failure instanceof FileSystemException file) {
                        return refuse(Message.of("command.no-place", file.getFile()));
                    }
                    if (isStopping()) {
                        return STOPPED;
                    }
                    throw failure;
                })
                .execute(given.toArray(String[]::new));
    }

    /** Whether Ctrl-C has been pressed: the database is closed then under whatever still works with it. */
    private static boolean isStopping() {
        Thread nothing = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }

    @Override
    public Integer call() {
        return serve.serve(this);
    }
}
