package gradus.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gradus.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code backup}: a copy of the database in one file, also while the server runs. */
@Command(
        name = "backup",
        description = "Copies the H2 database into one file, also while the server runs.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Parameters(paramLabel = "FILE", description = "Where to, for example backup.zip.")
    private Path file = Path.of("");

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() throws IOException {
        return root.with(options, database -> {
            Path target = root.path(file);
            database.backup(target);
            if (root.json()) {
                root.print(JsonNodeFactory.instance.objectNode().put("file", target.toString()));
            } else {
                root.say(Message.of("command.backed-up", target.toString()));
            }
            return ExitCode.OK;
        });
    }
}
