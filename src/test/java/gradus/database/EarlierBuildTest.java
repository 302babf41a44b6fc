package gradus.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.TestVisitor;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder of an earlier build, written with another H2, as this build opens it. */
class EarlierBuildTest {
    private static final Pattern ATTEMPT = Pattern.compile("/attempts/[0-9a-f-]{36}");

    @TempDir
    private Path folder;

    @Test
    void itsPeopleSignInAndGoOnWithTheirAttemptsAndAnswers() throws Exception {
        FilledFolder.in(folder);
        for (int start = 1; start <= 2; start++) {
            try (TestServer server = TestServer.start(folder)) {
                assertTrue(server.app().adminLink().isEmpty());
                TestVisitor student = server.visitor();
                student.get("/sign-in");
                String home = student.post("/sign-in", Map.of("login", "20240001", "password", "long enough"))
                        .body();
                Matcher attempt = ATTEMPT.matcher(home);
                assertTrue(attempt.find(), home);
                String page = student.get(attempt.group() + "/questions/1").body();
                assertTrue(Pattern.compile("max\\(0, [1-8]\\)").matcher(page).find(), page);
                assertEquals(200, student.get(attempt.group() + "/review").statusCode());
            }
        }
    }
}
