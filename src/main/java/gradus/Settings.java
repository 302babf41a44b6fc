package gradus;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server is started.
 *
 * @param port 0 for any free one
 * @param database a JDBC address, or null for H2 in the data folder
 * @param banks folders of question and exam files, watched beside the shipped bank
 * @param dev reads templates, static files and the shipped bank from the working folder, uncached
 */
public record Settings(
        String host, int port, Path data, @Nullable String database, List<Path> banks, boolean dev) {
    public Settings {
        banks = List.copyOf(banks);
    }
}
