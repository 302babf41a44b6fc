package gradus;

import gradus.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole server for one test: any free port, its own H2 folder or a database by its address. */
public final class TestServer implements AutoCloseable {
    private final App app;

    private TestServer(App app) {
        this.app = app;
    }

    public static TestServer start() {
        return start((String) null);
    }

    /** On this database; null for H2 in a new folder. */
    public static TestServer start(@Nullable String jdbcUrl) {
        return start(jdbcUrl, newFolder());
    }

    /** On H2 in this folder, which may hold data of an earlier server. */
    public static TestServer start(Path folder) {
        return start(null, folder);
    }

    private static TestServer start(@Nullable String jdbcUrl, Path folder) {
        return new TestServer(App.start(new Settings("127.0.0.1", 0, folder, jdbcUrl, List.of(), false)));
    }

    /** On H2 in a new folder, with a folder of questions and exams beside the shipped bank. */
    public static TestServer withBank(Path bank) {
        return new TestServer(App.start(new Settings("127.0.0.1", 0, newFolder(), null, List.of(bank), false)));
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("gradus-test");
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
    }
}
