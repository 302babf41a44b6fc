package gradus.command;

import gradus.database.CannotStart;
import gradus.message.Message;
import java.util.Locale;
import java.util.concurrent.Callable;
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
        })
public final class GradusCommand implements Callable<Integer> {
    @Mixin
    private ServeCommand.Options serve = new ServeCommand.Options();

    private Locale language = Locale.ENGLISH;

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

    /** Says why a verb does nothing, and returns the exit code of wrong use. */
    int refuse(Message reason) {
        if (json) {
            Lines.print(new Lines(language).error(reason));
        } else {
            System.err.println(reason.in(language));
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** Runs the verb that the arguments name. */
    public static int run(String... arguments) {
        GradusCommand root = new GradusCommand();
        return new CommandLine(root)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof CannotStart known) {
                        return root.refuse(known.reason());
                    }
                    throw failure;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        return serve.serve(this);
    }
}
