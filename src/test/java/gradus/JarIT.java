package gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.database.TestPostgres;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is handed out, on both databases, and what it says when it cannot start. */
class JarIT {
    private static final Pattern ADMIN_LINK = Pattern.compile("http://\\S+(/welcome/\\S+)");

    @TempDir
    private Path folder;

    private String data() {
        return folder.resolve("data").toString();
    }

    @Test
    void itServesOnH2AndItsDataSurviveARestart() {
        try (ServerProcess server = ServerProcess.start("--port", "0", "--data", data())) {
            assertServes(server);
            TestVisitor admin = server.visitor();
            String link = adminLink(server);
            admin.get(link);
            admin.post(link, Map.of("name", "Root", "login", "root", "password", "long enough"));
            assertEquals("", server.errors());
        }
        try (ServerProcess server =
                ServerProcess.start("serve", "--port", "0", "--data", data(), "--trusted-proxy", "127.0.0.1")) {
            assertServes(server);
            assertTrue(
                    server.errors().contains("--base-url"), "links would name an address that only this machine has");
            assertFalse(server.output().contains("/welcome/"));
            TestVisitor admin = server.visitor();
            admin.get("/sign-in");
            HttpResponse<String> home = admin.post("/sign-in", Map.of("login", "root", "password", "long enough"));
            assertTrue(home.body().contains("Root"));
        }
    }

    @Test
    void itServesOnPostgreSql() {
        try (ServerProcess server =
                ServerProcess.start("--port", "0", "--database", TestPostgres.emptyDatabase(), "--data", data())) {
            assertServes(server);
            assertTrue(adminLink(server).startsWith("/welcome/"));
            assertEquals("", server.errors());
        }
    }

    @Test
    void aTakenPortIsOneLineAndExitCode2() {
        try (ServerProcess server = ServerProcess.start("--port", "0", "--data", data())) {
            String port = Integer.toString(URI.create(server.address()).getPort());
            assertRefused(
                    "port " + port,
                    "--port",
                    port,
                    "--data",
                    folder.resolve("other").toString());
            assertRefused("in use by another Gradus", "--port", "0", "--data", data());
        }
    }

    @Test
    void anUnwritableFolderOrADamagedFileIsOneLineAndExitCode2() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertRefused("cannot be written", "--port", "0", "--data", file.toString());
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("gradus.mv.db"), "not a database ".repeat(5000));
        assertRefused("does not open", "--port", "0", "--data", damaged.toString());
        assertRefused("cannot be used", "--port", "0", "--database", "jdbc:postgresql://localhost:1/x");
    }

    private static void assertRefused(String reason, String... arguments) {
        try (ServerProcess refused = ServerProcess.start(arguments)) {
            assertEquals(2, refused.exitCode());
            assertEquals(1, refused.errors().lines().count(), refused.errors());
            assertTrue(refused.errors().contains(reason), refused.errors());
            assertEquals("", refused.output());
        }
    }

    private static void assertServes(ServerProcess server) {
        TestVisitor visitor = server.visitor();
        assertEquals(200, visitor.get("/healthz").statusCode());
        HttpResponse<String> home = visitor.get("/");
        assertEquals(200, home.statusCode());
        assertTrue(home.body().contains("Gradus"));
        assertEquals(200, visitor.get("/static/katex/katex.min.js").statusCode());
    }

    private static String adminLink(ServerProcess server) {
        Matcher link = ADMIN_LINK.matcher(server.output());
        assertTrue(link.find(), server.output());
        return link.group(1);
    }
}
