package gradus.command;

import gradus.database.Database;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the database of a verb. */
final class DatabaseOptions {
    @Option(names = "--data", defaultValue = "data", description = "Folder of the data (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "A PostgreSQL database, jdbc:postgresql://…, in place of H2 in the data folder.")
    private @Nullable String database;

    Path data() {
        return data;
    }

    @Nullable
    String database() {
        return database;
    }

    Database open() {
        return database == null ? Database.inFolder(data) : Database.at(database);
    }
}
