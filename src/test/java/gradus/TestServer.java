package gradus;

import gradus.database.Database;
import gradus.database.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole server for one test: any free port, its own H2 folder or a database by its address. A new folder is a copy of one
 * that a first server has filled, so that schema and shipped bank are not stored anew for every test. With
 * {@code -Dgradus.tests.on=postgresql} each has a database of its own on PostgreSQL instead.
 */
public final class TestServer implements AutoCloseable {
    private static @Nullable Path filled;

    private final App app;
    private final @Nullable Path ownFolder;

    private TestServer(App app, @Nullable Path ownFolder) {
        this.app = app;
        this.ownFolder = ownFolder;
    }

    public static TestServer start() {
        return withBanks(List.of());
    }

    /** On this database; null for H2 in a new folder. */
    public static TestServer start(@Nullable String jdbcUrl) {
        return jdbcUrl == null
                ? start()
                : new TestServer(App.start(settings(newFolder("gradus-test"), jdbcUrl, List.of())), null);
    }

    /** On H2 in this folder, which may hold data of an earlier server. */
    public static TestServer start(Path folder) {
        return new TestServer(App.start(settings(folder, null, List.of())), null);
    }

    /** On H2 in a new folder, with a folder of questions and exams beside the shipped bank. */
    public static TestServer withBank(Path bank) {
        return withBanks(List.of(bank));
    }

    /** On this database, H2 in a new folder where it is null, with a folder of questions and exams beside the shipped bank. */
    public static TestServer withBank(Path bank, @Nullable String jdbcUrl) {
        return jdbcUrl == null
                ? withBank(bank)
                : new TestServer(App.start(settings(newFolder("gradus-test"), jdbcUrl, List.of(bank))), null);
    }

    private static TestServer withBanks(List<Path> banks) {
        if ("postgresql".equals(System.getProperty("gradus.tests.on"))) {
            return new TestServer(
                    App.start(settings(newFolder("gradus-test"), TestPostgres.emptyDatabase(), banks)), null);
        }
        Path folder = copyOfFilled();
        return new TestServer(App.start(settings(folder, null, banks)), folder);
    }

    private static Settings settings(Path folder, @Nullable String jdbcUrl, List<Path> banks) {
        return new Settings("127.0.0.1", 0, folder, jdbcUrl, banks, false);
    }

    private static synchronized Path copyOfFilled() {
        if (filled == null) {
            filled = newFolder("gradus-filled");
            App.start(settings(filled, null, List.of())).close();
            Path atLast = filled;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(atLast)));
        }
        Path copy = newFolder("gradus-test");
        for (Path file : files(filled)) {
            try {
                Files.copy(file, copy.resolve(file.getFileName()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return copy;
    }

    private static Path newFolder(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try {
            for (Path file : files(folder)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public App app() {
        return app;
    }

    public Database database() {
        return app.database();
    }

    /** The full address of a path such as {@code /sign-in}. */
    public String url(String path) {
        return app.address() + path;
    }

    /** A visitor without a browser: keeps cookies, follows redirects, carries the form token by itself. */
    public TestVisitor visitor() {
        return new TestVisitor(app.address());
    }

    @Override
    public void close() {
        app.close();
        if (ownFolder != null) {
            delete(ownFolder);
        }
    }
}
