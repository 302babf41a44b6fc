package gradus.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.database.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a picture in attempts that run when somebody changes or deletes its file. */
class PictureRevisionTest {
    private static final String COURSE = "/courses/deep-learning";
    private static final String EXAM = COURSE + "/exams/drawn";
    private static final Pattern PICTURE = Pattern.compile("src=\"([^\"]*/pictures/dot[^\"]*)\"");

    @TempDir
    private Path bank;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void anAttemptShowsThePictureThatItWasDrawnWith(String database) throws IOException {
        Path questions = Files.createDirectories(bank.resolve("deep-learning/questions"));
        Path file = Files.writeString(questions.resolve("dot.svg"), svg("first"));
        Files.writeString(
                questions.resolve("dotted.yaml"),
                "id: dotted\ntitle: Dotted\nprompt: '![A dot](dot.svg) How many dots?'\n"
                        + "parts: [{id: dots, type: integer, points: 1, expect: 1}]\n");
        Files.writeString(
                bank.resolve("deep-learning/drawn.yaml"),
                "id: drawn\ntitle: Drawn\npolicy: {mode: timed, minutes: 60, feedback: after-submit}\n"
                        + "questions: [{question: dotted, points: 1}]\n");
        @Nullable String url = database.equals("H2") ? null : TestPostgres.emptyDatabase();
        try (TestServer server = TestServer.withBank(bank, url)) {
            TestVisitor early = TestPeople.visitor(server, "20240001", Role.STUDENT);
            TestVisitor late = TestPeople.visitor(server, "20240002", Role.STUDENT);
            TestVisitor staff = TestPeople.visitor(server, "prof", Role.INSTRUCTOR);
            TestPage sitting = early.open(EXAM).press("Start");
            assertEquals(svg("first"), shown(early, sitting));
            Files.writeString(file, svg("second"));
            reload(staff);
            assertEquals(svg("first"), shown(early, early.open(sitting.path())));
            TestPage later = late.open(EXAM).press("Start");
            assertEquals(svg("second"), shown(late, later));
            Files.delete(file);
            reload(staff);
            assertEquals(svg("first"), shown(early, early.open(sitting.path())));
            assertEquals(svg("second"), shown(late, late.open(later.path())));
        }
    }

    private static void reload(TestVisitor staff) {
        staff.get(COURSE + "/questions");
        assertEquals(200, staff.post(COURSE + "/questions/reload", Map.of()).statusCode());
    }

    private static String shown(TestVisitor visitor, TestPage page) {
        Matcher picture = PICTURE.matcher(page.response().body());
        assertTrue(picture.find(), page.response().body());
        return visitor.get(Parser.unescapeEntities(picture.group(1), true)).body();
    }

    private static String svg(String word) {
        return "<svg xmlns='http://www.w3.org/2000/svg'><title>" + word + "</title></svg>";
    }
}
