package gradus.command;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.database.CannotStart;
import gradus.database.Database;
import gradus.message.Message;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code gradus VERB}; without a verb it serves. Exit codes: 0 fine, 1 findings, 2 usage or a start that failed. */
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
            ExportCommand.class,
            UserCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
        })
public final class GradusCommand implements Callable<Integer> {
    @Mixin
    private ServeCommand.Options serve = new ServeCommand.Options();

    private Locale language = Locale.ENGLISH;
    private List<String> arguments = List.of();
    private PrintStream out = System.out;
    private PrintStream err = System.err;
    private Path directory = Path.of("").toAbsolutePath();

    /** The database of the server in which the verb runs, if it does. */
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

    /** The language in which verbs speak. */
    Locale language() {
        return language;
    }

    /** Whether verbs answer in JSON. */
    boolean json() {
        return json;
    }

    /** What a verb does with the database. */
    interface Work {
        int on(Database database) throws IOException;
    }

    /**
     * Lets a verb work on the database that the options name: opened for it, or, where a server on this machine holds it, by
     * that server.
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

    /** A path as it was typed where the verb was, which may not be where the server is. */
    Path path(Path typed) {
        return directory.resolve(typed).normalize();
    }

    /** Where a verb prints. */
    PrintStream out() {
        return out;
    }

    /** Prints a sentence for people. */
    void say(Message message) {
        out.println(message.in(language));
    }

    /** Prints an answer for programs. */
    void print(JsonNode answer) {
        Lines.print(answer, out);
    }

    /** Says why a verb does nothing, and returns the exit code of wrong use. */
    int refuse(Message reason) {
        if (json) {
            print(new Lines(language).error(reason));
        } else {
            err.println(reason.in(language));
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** Runs the verb that the arguments name. */
    public static int run(String... arguments) {
        return new GradusCommand().execute(List.of(arguments));
    }

    /** One verb, run inside a server for somebody in this directory, on its database. */
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
                    throw failure;
                })
                .execute(given.toArray(String[]::new));
    }

    @Override
    public Integer call() {
        return serve.serve(this);
    }
}
