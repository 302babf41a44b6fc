package gradus.command;

import gradus.database.Database;
import gradus.message.Message;
import gradus.result.Export;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code export}: writes the results of an exam to a file. */
@Command(name = "export", description = "Writes the results of an exam.", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Parameters(paramLabel = "EXAM", description = "The exam's id.")
    private String exam = "";

    @Option(
            names = "--course",
            defaultValue = "deep-learning",
            description = "The exam's course (default: ${DEFAULT-VALUE}).")
    private String course = "";

    @Option(
            names = "--format",
            defaultValue = "csv",
            paramLabel = "csv|json",
            description = "CSV, or one JSON object a line (default: ${DEFAULT-VALUE}).")
    private Export.Format format = Export.Format.CSV;

    @Option(
            names = "--rows",
            defaultValue = "attempts",
            paramLabel = "attempts|responses",
            description = "What a row is (default: ${DEFAULT-VALUE}).")
    private Export.Rows rows = Export.Rows.ATTEMPTS;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to; standard output if left out.")
    private @Nullable Path out;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() throws IOException {
        return root.with(options, this::export);
    }

    private int export(Database database) throws IOException {
        Export export = new Export(database);
        Export.Format written = root.json() ? Export.Format.JSON : format;
        if (!export.exists(course, exam)) {
            return root.refuse(Message.of("command.no-exam", exam, course));
        }
        if (out == null) {
            export.write(course, exam, rows, written, root.out());
            return ExitCode.OK;
        }
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(root.path(out)))) {
            export.write(course, exam, rows, written, file);
        }
        return ExitCode.OK;
    }
}
