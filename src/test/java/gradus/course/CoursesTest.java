package gradus.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Courses made, changed, copied, put away and deleted by their staff, and the folders of their files. */
class CoursesTest {
    @TempDir
    Path folder = Path.of("");

    private static TestVisitor signedIn(TestServer server, String link, String login) {
        TestVisitor visitor = server.visitor();
        visitor.get(link);
        visitor.post(link, Map.of("name", "Kim", "login", login, "password", "long enough for all"));
        return visitor;
    }

    private static TestVisitor admin(TestServer server) {
        return signedIn(server, TestPeople.firstAdmin(server), "root");
    }

    @Test
    void anInstructorMakesACourseAndTeachesIt() {
        try (TestServer server = TestServer.start()) {
            TestVisitor teacher =
                    signedIn(server, TestPeople.invited(server.database(), "kim", "Kim", Role.INSTRUCTOR), "kim");
            TestPage made = teacher.open("/courses")
                    .type("Short name", "vision-2027")
                    .type("Title (English)", "Vision")
                    .press("Make the course");
            assertEquals("/courses/vision-2027/settings", made.path());
            assertTrue(teacher.open("/courses").text().contains("Vision"));
            assertEquals(200, teacher.get("/courses/vision-2027/people").statusCode());
            assertEquals(
                    422,
                    teacher.open("/courses")
                            .type("Short name", "vision-2027")
                            .type("Title (English)", "Again")
                            .press("Make the course")
                            .status());
        }
    }

    @Test
    void onlyAnAdminNamesAFolderOfTheServer() throws IOException {
        Files.createDirectories(folder.resolve("questions"));
        Files.writeString(
                folder.resolve("questions/one.yaml"),
                "id: one\ntitle: One\nprompt: P\nparts: [{id: a, type: integer, expect: 5}]\n");
        Files.writeString(folder.resolve("questions/two.yml"), "id: two\n");
        Files.writeString(folder.resolve("notes.txt"), "notes");
        Map<String, String> form =
                Map.of("id", "own", "title-en", "Own", "zone", "Asia/Seoul", "folder", folder.toString());
        try (TestServer server = TestServer.start()) {
            TestVisitor teacher =
                    signedIn(server, TestPeople.invited(server.database(), "kim", "Kim", Role.INSTRUCTOR), "kim");
            teacher.get("/courses");
            teacher.post("/courses", form);
            assertFalse(teacher.get("/courses/own/questions").body().contains(">One<"));
            TestVisitor admin = admin(server);
            admin.get("/courses");
            admin.post("/courses/own/settings", form);
            String questions = admin.get("/courses/own/questions").body();
            assertTrue(questions.contains(">One<"), questions);
            assertTrue(questions.contains("questions/two.yml is not read: rename it"), questions);
            assertTrue(questions.contains("notes.txt is not read"), questions);
        }
    }

    @Test
    void aFileThatTwoFoldersHoldIsSaidWithBothOfThemAndTheLaterOneCounts() throws IOException {
        String text = "id: one\ntitle: %s\nprompt: P\nparts: [{id: a, type: integer, expect: 5}]\n";
        Path bank = folder.resolve("bank");
        Path own = folder.resolve("own");
        for (Path questions : List.of(bank.resolve("deep-learning/questions"), own.resolve("questions"))) {
            Files.createDirectories(questions);
            String title = questions.startsWith(own) ? "Later" : "Earlier";
            Files.writeString(questions.resolve("one.yaml"), text.formatted(title));
        }
        try (TestServer server = TestServer.withBank(bank)) {
            TestVisitor admin = admin(server);
            assertFalse(admin.open("/courses/deep-learning/questions").text().contains("is not read"));
            admin.open("/courses/deep-learning/settings")
                    .type("Folder of its files", own.toString())
                    .press("Save");
            TestPage questions = admin.open("/courses/deep-learning/questions").press("Read the folders again");
            String said = "questions/one.yaml is not read in " + bank + ": the same file stands in " + own;
            assertTrue(questions.text().contains(said), questions.text());
            assertTrue(questions.offers("Later"), questions.text());
        }
    }

    /** A course that was written in the browser, or came with the program, goes on in files that git can keep. */
    @Test
    void aFolderThatIsNamedLaterGetsWhatTheCourseHasAndKeepsWhatStandsThere() throws IOException {
        Files.createDirectories(folder.resolve("questions"));
        String own = "id: activations\ntitle: Mine\nprompt: P\nparts: [{id: a, type: integer, expect: 5}]\n";
        Path kept = Files.writeString(folder.resolve("questions/activations.yaml"), own);
        try (TestServer server = TestServer.start()) {
            TestVisitor admin = admin(server);
            admin.open("/courses/deep-learning/settings")
                    .type("Folder of its files", folder.toString())
                    .press("Save");
            assertEquals(names(Path.of("db/bank/deep-learning/questions")), names(folder.resolve("questions")));
            assertEquals(names(Path.of("db/bank/deep-learning")), names(folder));
            assertEquals(own, Files.readString(kept), "no file that stands there is touched");
            TestPage questions = admin.open("/courses/deep-learning/questions");
            assertTrue(questions.text().contains("Mine"), questions.text());
            assertFalse(questions.text().contains("is not read"), questions.text());
            Files.delete(folder.resolve("questions/adam-steps.yaml"));
            admin.open("/courses/deep-learning/settings")
                    .type("Title (English)", "Deeper")
                    .press("Save");
            assertFalse(
                    Files.exists(folder.resolve("questions/adam-steps.yaml")),
                    "who deletes a file does not get it back with every other change");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".svg"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aCopyHasTheQuestionsAndExamsAndIsDeletedWhileNobodyHasBegun() {
        try (TestServer server = TestServer.start()) {
            TestVisitor admin = admin(server);
            TestPage copied = admin.open("/courses/deep-learning/settings")
                    .type("Short name of the copy", "spring")
                    .press("Copy the course");
            assertEquals("/courses/spring/settings", copied.path());
            List<CourseStore.Title> titles =
                    server.database().store(CourseStore.class).titles("spring");
            assertEquals(2, titles.size());
            assertTrue(admin.get("/courses/spring/exams").body().contains("deep-learning-practice"));
            assertEquals(
                    422,
                    admin.post("/courses/spring/deletion", Map.of("sure", "no")).statusCode());
            admin.get("/courses/spring/settings");
            admin.open("/courses/spring/settings")
                    .type("Type spring to delete it", "spring")
                    .press("Delete for ever");
            assertEquals(404, admin.get("/courses/spring/settings").statusCode());
        }
    }

    @Test
    void aCourseWithAttemptsIsOnlyPutAwayAndThenNobodyBegins() {
        try (TestServer server = TestServer.start()) {
            TestVisitor guest = server.visitor();
            String exam = "/courses/deep-learning/exams/deep-learning-practice";
            guest.open(exam);
            HttpResponse<String> begun = guest.post(exam + "/attempts", Map.of());
            assertEquals(200, begun.statusCode());
            TestVisitor admin = admin(server);
            admin.get("/courses/deep-learning/settings");
            assertEquals(
                    422,
                    admin.post("/courses/deep-learning/deletion", Map.of("sure", "deep-learning"))
                            .statusCode());
            admin.open("/courses/deep-learning/settings").press("Archive the course");
            assertFalse(guest.get("/").body().contains(exam));
            assertEquals(409, server.visitor().open(exam).press("Start").status());
            admin.open("/courses/deep-learning/settings").press("Restore the course");
            assertTrue(guest.get("/").body().contains(exam));
        }
    }
}
