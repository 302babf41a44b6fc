package gradus.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gradus.database.Backup;
import gradus.message.Message;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code restore}: restores a copy of a database into a data folder that has none. */
@Command(
        name = "restore",
        description =
                "Lays out a copy that backup made, or a start before it changed the tables, in an empty data folder.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Parameters(paramLabel = "FILE", description = "The copy.")
    private Path file = Path.of("");

    @Option(names = "--data", defaultValue = "data", description = "Folder of the data (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Override
    public Integer call() {
        Backup.restore(file, data);
        if (root.json()) {
            root.print(JsonNodeFactory.instance
                    .objectNode()
                    .put("file", file.toString())
                    .put("data", data.toString()));
        } else {
            root.say(Message.of("command.restored", file.toString(), data.toString()));
        }
        return ExitCode.OK;
    }
}
