package gradus.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.ServerProcess;
import gradus.TestVisitor;
import gradus.database.FilledFolder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators' verbs on H2 while a crowd is at work on the server: they go through it. */
class BackupIT {
    private static final Pattern LINK = Pattern.compile("http://\\S+/welcome/\\S+");

    @TempDir
    private Path folder;

    private String data;

    @BeforeEach
    void fill() throws Exception {
        FilledFolder.in(folder.resolve("data"));
        data = folder.resolve("data").toString();
    }

    @Test
    void aBackupInMidExamHoldsAllThatWasToldBeforeItAndCanBeRestored() throws Exception {
        Path copy = folder.resolve("backup.zip");
        Path restored = folder.resolve("restored");
        Acknowledged acknowledged = new Acknowledged();
        try (ServerProcess server = ServerProcess.start("serve", "--port", "0", "--data", data)) {
            Crowd crowd = Crowd.at(server.address(), acknowledged);
            for (int waited = 0; acknowledged.count() < 100 && waited < 600; waited++) {
                Thread.sleep(100);
            }
            Map<Acknowledged.Kind, List<String>> told = acknowledged.snapshotAtWork();
            assertSays(0, "backup.zip", "backup", copy.toString(), "--data", data);
            assertTrue(acknowledged.count() >= 100, "too little was done");
            server.kill();
            assertEquals(List.of(), crowd.leave());
            assertSays(0, "restored", "restore", copy.toString(), "--data", restored.toString());
            assertEquals(List.of(), Acknowledged.missingFrom(restored.resolve("gradus.mv.db"), told));
        }
        try (ServerProcess again = ServerProcess.start("serve", "--port", "0", "--data", restored.toString())) {
            assertEquals(200, again.visitor().get("/").statusCode());
        }
        assertSays(2, "holds a database already", "restore", copy.toString(), "--data", restored.toString());
        Path unfit = Files.writeString(folder.resolve("unfit.zip"), "no copy");
        assertSays(2, "no copy of a Gradus database", "restore", unfit.toString(), "--data", folder + "/fresh");
    }

    @Test
    void peopleAreAddedAndResultsExportedThroughTheRunningServer() {
        try (ServerProcess server = ServerProcess.start("serve", "--port", "0", "--data", data)) {
            String said = assertSays(
                    0,
                    "/welcome/",
                    "user",
                    "add",
                    "--login",
                    "prof",
                    "--role",
                    "instructor",
                    "--url",
                    server.address(),
                    "--data",
                    data);
            Matcher link = LINK.matcher(said);
            assertTrue(link.find(), said);
            TestVisitor professor = server.visitor();
            assertEquals(200, professor.get(URI.create(link.group()).getPath()).statusCode());
            assertSays(0, "20240001", "export", "deep-learning-final", "--data", data);
            assertSays(2, "no exam \"none\"", "export", "none", "--data", data);
            Path file = folder.resolve("results.csv");
            assertSays(0, "", "export", "deep-learning-final", "--out", file.toString(), "--data", data);
            assertTrue(Files.exists(file));
        }
    }

    private static String assertSays(int code, String words, String... arguments) {
        try (ServerProcess verb = ServerProcess.start(arguments)) {
            assertEquals(code, verb.exitCode(), verb.errors());
            String said = code == 0 ? verb.output() : verb.errors();
            assertTrue(said.contains(words), said);
            assertEquals("", code == 0 ? verb.errors() : verb.output());
            return said;
        }
    }
}
