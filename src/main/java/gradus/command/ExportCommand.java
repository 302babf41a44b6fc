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
            paramLabel = "csv|xlsx|json|canvas|moodle|blackboard",
            description = "A spreadsheet's file, one JSON object a line, or what a learning platform imports"
                    + " (default: ${DEFAULT-VALUE}).")
    private Export.Format format = Export.Format.CSV;

    @Option(names = "--plain", description = "CSV for programs, without a byte order mark.")
    private boolean plain;

    @Option(
            names = "--rows",
            paramLabel = "attempts|responses|students",
            description = "What a row is (default: attempts; xlsx: each in its sheet).")
    private Export.@Nullable Rows rows;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to; standard output if left out.")
    private @Nullable Path out;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() throws IOException {
        return root.with(options, this::export);
    }

    private int export(Database database) throws IOException {
        Export export = new Export(database, root.language());
        if (!export.exists(course, exam)) {
            return root.refuse(Message.of("command.no-exam", exam, course));
        }
        if (out == null) {
            export.write(course, exam, rows, written(), root.out());
            return ExitCode.OK;
        }
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(root.path(out)))) {
            export.write(course, exam, rows, written(), file);
        }
        return ExitCode.OK;
    }

    private Export.Format written() {
        if (root.json()) {
            return Export.Format.JSON;
        }
        return plain && format == Export.Format.CSV ? Export.Format.PLAIN : format;
    }
}
