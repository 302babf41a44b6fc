package gradus.command;

import gradus.database.Database;
import gradus.exchange.ExchangeReport;
import gradus.exchange.QuestionExport;
import gradus.message.Message;
import gradus.result.Export;
import gradus.result.fill.FilledFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code export}: writes the results of an exam, or its questions, to a file. */
@Command(
        name = "export",
        description = "Writes the results of an exam, or with moodle-xml and qti its questions for other programs.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final int FINDINGS = 1;

    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Parameters(
            paramLabel = "EXAM",
            description = "The exam's id; for its questions also an exam's or question's file, or a question's id.")
    private String exam = "";

    @Option(
            names = "--course",
            defaultValue = "deep-learning",
            description = "The exam's course (default: ${DEFAULT-VALUE}).")
    private String course = "";

    @Option(
            names = "--format",
            defaultValue = "csv",
            paramLabel = "csv|xlsx|json|canvas|moodle|blackboard|moodle-xml|qti",
            description = "A spreadsheet's file, one JSON object a line, what a learning platform imports; or the"
                    + " questions as Moodle XML or a QTI 2.1 package (default: ${DEFAULT-VALUE}).")
    private String format = "csv";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the questions' first variant (default: 0).")
    private long seed;

    @Option(names = "--variants", paramLabel = "N", description = "Variants of each question (default: 1).")
    private int variants = 1;

    @Option(names = "--plain", description = "CSV for programs, without a byte order mark.")
    private boolean plain;

    @Option(
            names = "--rows",
            paramLabel = "attempts|responses|students",
            description = "What a row is (default: attempts; xlsx: each in its sheet).")
    private Export.@Nullable Rows rows;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to; standard output if left out.")
    private @Nullable Path out;

    @Option(
            names = "--fill",
            paramLabel = "FILE",
            description = "A file that Canvas, Moodle or Blackboard exported, to be filled in with the scores.")
    private @Nullable Path fill;

    @Option(names = "--column", description = "The head of the column to fill (default: the one called as the exam).")
    private String column = "";

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() throws IOException {
        Path file = fill;
        if (file != null) {
            return root.with(options, database -> filled(database, root.path(file)));
        }
        Optional<QuestionExport.Format> questions = QuestionExport.Format.of(format);
        if (questions.isPresent()) {
            return questions(questions.get());
        }
        Optional<Export.Format> results = Arrays.stream(Export.Format.values())
                .filter(each -> each.name().equalsIgnoreCase(format))
                .findFirst();
        return results.isEmpty()
                ? root.refuse(Message.of("command.export-format", format))
                : root.with(options, database -> results(database, results.get()));
    }

    private int questions(QuestionExport.Format wanted) throws IOException {
        Path target = out;
        if (target == null && wanted == QuestionExport.Format.QTI) {
            return root.refuse(Message.of("command.export-out"));
        }
        QuestionsOut questions =
                new QuestionsOut(root.language(), seed, Math.max(1, Math.min(variants, QuestionExport.MOST_VARIANTS)));
        Path file = root.path(Path.of(exam));
        if (!exam.endsWith(".yaml")) {
            return root.with(
                    options,
                    database -> questions.ofCourse(
                            database, course, exam, root, export -> written(export, wanted, target)));
        }
        if (!Files.isRegularFile(file)) {
            return root.refuse(Message.of("command.no-file", exam));
        }
        try {
            return written(questions.ofFile(file), wanted, target);
        } catch (Lines.BadInput broken) {
            return root.refuse(broken.reason());
        }
    }

    /** Writes the questions; the report goes beside them, to standard error where they go to standard output. */
    private int written(QuestionExport export, QuestionExport.Format wanted, @Nullable Path target) throws IOException {
        ExchangeReport report;
        if (target == null) {
            report = export.write(wanted, root.out());
            root.err().print(report.text(root.language()));
        } else {
            report = whole(root.path(target), file -> export.write(wanted, file));
            if (root.json()) {
                root.print(report.json(root.language()));
            } else {
                root.out().print(report.text(root.language()));
            }
        }
        return report.isComplete() ? ExitCode.OK : FINDINGS;
    }

    private int results(Database database, Export.Format wanted) throws IOException {
        Export export = new Export(database, root.language());
        if (!export.exists(course, exam)) {
            return root.refuse(Message.of("command.no-exam", exam, course));
        }
        if (out == null) {
            export.write(course, exam, rows, as(wanted), root.out());
            return ExitCode.OK;
        }
        return whole(root.path(out), file -> {
            export.write(course, exam, rows, as(wanted), file);
            return ExitCode.OK;
        });
    }

    /** What fills a file. */
    private interface Filling<R> {
        R into(OutputStream file) throws IOException;
    }

    /** Writes a file beside its place and puts it there when it is whole, so that none is half and an older one stays until then. */
    private static <R> R whole(Path target, Filling<R> filling) throws IOException {
        boolean special =
                Files.exists(target) && !Files.isRegularFile(target); // a pipe or device has no place beside it
        Path written = special ? target : target.resolveSibling("." + target.getFileName() + ".new");
        try {
            R result;
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(written))) {
                result = filling.into(file);
            }
            if (!special) {
                Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return result;
        } catch (FileSystemException noPlace) {
            throw new FileSystemException(target.toString());
        } finally {
            if (!special) {
                Files.deleteIfExists(written);
            }
        }
    }

    /** Fills a platform's file in; the report goes beside it, to standard error where the file goes to standard output. */
    private int filled(Database database, Path file) throws IOException {
        Export export = new Export(database, root.language());
        if (!export.exists(course, exam)) {
            return root.refuse(Message.of("command.no-exam", exam, course));
        }
        if (!Files.isRegularFile(file)) {
            return root.refuse(Message.of("command.no-file", file));
        }
        try {
            FilledFile filled = FilledFile.fill(
                    Files.readAllBytes(file), column, export.names(course, exam), export.grades(course, exam));
            Path target = out;
            if (target == null) {
                root.out().write(filled.content());
            } else {
                whole(root.path(target), aside -> {
                    aside.write(filled.content());
                    return target;
                });
            }
            if (root.json() && target != null) {
                root.print(filled.json());
            } else {
                filled.report().forEach(line -> root.err().println(line.in(root.language())));
            }
            return filled.isComplete() ? ExitCode.OK : FINDINGS;
        } catch (FilledFile.Unfillable unfit) {
            return root.refuse(unfit.reason());
        }
    }

    private Export.Format as(Export.Format wanted) {
        if (root.json()) {
            return Export.Format.JSON;
        }
        return plain && wanted == Export.Format.CSV ? Export.Format.PLAIN : wanted;
    }
}
