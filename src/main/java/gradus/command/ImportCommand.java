package gradus.command;

import gradus.exchange.ForeignFileException;
import gradus.exchange.Import;
import gradus.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code import}: turns the questions of another program's file into question files, and reports what was lost. */
@Command(
        name = "import",
        description =
                "Turns questions of a Moodle XML or GIFT file into question files, with a report of what was lost.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int FINDINGS = 1;

    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Parameters(paramLabel = "FILE", description = "A file of Moodle, in its XML or in GIFT.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            defaultValue = "questions",
            paramLabel = "DIR",
            description = "The folder for the question files (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("questions");

    @Option(
            names = "--format",
            paramLabel = "moodle-xml|gift",
            description = "What the file is (default: told by its first character).")
    private @Nullable String format;

    @Option(names = "--replace", description = "Writes over files that are there already.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        Path source = root.path(file);
        if (!Files.isRegularFile(source)) {
            return root.refuse(Message.of("command.no-file", file.toString()));
        }
        Optional<Import.Format> given = format == null ? Optional.empty() : format(format);
        if (format != null && given.isEmpty()) {
            return root.refuse(Message.of("command.import-format", format));
        }
        try {
            byte[] bytes = Import.read(source);
            Import read = given.isPresent() ? Import.of(bytes, given.get()) : Import.of(bytes);
            return written(read);
        } catch (ForeignFileException unreadable) {
            return root.refuse(unreadable.reason());
        }
    }

    private static Optional<Import.Format> format(String word) {
        return Stream.of(Import.Format.values())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }

    private int written(Import read) throws IOException {
        Path folder = root.path(out);
        Map<Path, byte[]> files = new TreeMap<>();
        for (Import.QuestionText each : read.files()) {
            files.put(folder.resolve(each.name()), each.yaml().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            each.pictures().forEach((name, bytes) -> files.put(folder.resolve(name), bytes));
        }
        for (Path target : files.keySet()) {
            if (!replace && Files.exists(target)) {
                return root.refuse(Message.of("command.exists", target.toString()));
            }
        }
        Files.createDirectories(folder);
        for (Map.Entry<Path, byte[]> each : files.entrySet()) {
            Files.write(each.getKey(), each.getValue());
        }
        if (root.json()) {
            root.print(read.report().json(root.language()).put("folder", folder.toString()));
        } else {
            root.out().print(read.report().text(root.language()));
            root.say(Message.of("command.imported", files.size(), folder.toString()));
        }
        return read.report().isComplete() ? ExitCode.OK : FINDINGS;
    }
}
