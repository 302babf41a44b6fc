package gradus.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A data folder as an earlier build left it, written with H2 2.5.252: an admin {@code root}, a student {@code 20240001} (their
 * password is "long enough"), an attempt at both shipped exams with five and three answers, both still running.
 */
public final class FilledFolder {
    private FilledFolder() {}

    /** Lays it out here. */
    public static void in(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream file = FilledFolder.class.getResourceAsStream("written-by-h2-2.5.252.mv.db")) {
            Files.copy(file, folder.resolve("gradus.mv.db"));
        }
        Files.writeString(folder.resolve("initialised"), "This folder holds a Gradus database.\n");
    }
}
