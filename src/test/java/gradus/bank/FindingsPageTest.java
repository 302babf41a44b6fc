package gradus.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What instructors see of the findings of {@code check}, and what the roster alone can tell. */
class FindingsPageTest {
    @TempDir
    Path bank = Path.of("");

    private void file(String name, String content) throws IOException {
        Path file = bank.resolve("deep-learning").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static TestVisitor instructor(TestServer server) {
        TestVisitor teacher = server.visitor();
        String link = TestPeople.invited(server.database(), "kim", "Kim", Role.INSTRUCTOR);
        teacher.get(link);
        teacher.post(link, Map.of("name", "Kim", "login", "kim", "password", "long enough for all"));
        return teacher;
    }

    /** The page as soon as it says all this, which it does when these files have been looked at. */
    private static String saying(TestVisitor teacher, String path, String... texts) {
        String page = teacher.get(path).body();
        for (int i = 0; i < 600 && !Stream.of(texts).allMatch(page::contains); i++) {
            page = teacher.get(path).body();
        }
        for (String text : texts) {
            assertTrue(page.contains(text), page);
        }
        return page;
    }

    @Test
    void findingsStandBesideTheirFiles() throws IOException {
        file(
                "questions/odd.yaml",
                "id: odd\ntitle: Odd\nprompt: '$\\frca{1}{2}$'\nparams: {idle: 3}\n"
                        + "parts: [{id: a, type: integer, expect: 5/2}]\n");
        file(
                "own.yaml",
                "id: own\ntitle: Own\npolicy: {mode: timed, feedback: after-submit,"
                        + " allowances: [{students: ['20240001', nobody], sections: [Z]}]}\n"
                        + "questions: [{question: odd, points: 1}, {question: odd, points: 2}]\n");
        try (TestServer server = TestServer.withBank(bank)) {
            TestVisitor teacher = instructor(server);
            TestPeople.onRoster(server.database(), "kim", "20240001", "A");
            saying(
                    teacher,
                    "/courses/deep-learning/questions/odd",
                    "questions/odd.yaml:3:11: KaTeX knows no command",
                    "questions/odd.yaml:4:10: the parameter idle",
                    "not whole");
            assertFalse(
                    teacher.open("/courses/deep-learning/questions/odd")
                            .texts("h2")
                            .contains("Solution"),
                    "a heading with nothing under it");
            String list = saying(
                    teacher,
                    "/courses/deep-learning/questions",
                    "4:10: the parameter idle",
                    "asked twice",
                    "nobody on the roster is called nobody",
                    "nobody on the roster is in section Z");
            assertFalse(list.contains("nobody on the roster is called 20240001"), list);
            List<String> rows = teacher.open("/courses/deep-learning/questions").texts("th[scope=row]");
            assertTrue(
                    rows.stream().anyMatch(row -> row.startsWith("Odd questions/odd.yaml 3:11: KaTeX")),
                    rows.toString());
        }
    }

    @Test
    void anExamThatNobodyCouldBeginIsNotTakenInAndTheInstructorIsToldWhy() throws IOException {
        file(
                "questions/q.yaml",
                "id: q\ntitle: Q\nprompt: P\nparams: {x: 'randint(1, 9)'}\n"
                        + "require: [x > 9]\nparts: [{id: a, type: integer, expect: x}]\n");
        file("own.yaml", "id: own\ntitle: Own\npolicy: {mode: practice}\nquestions: [{question: q, points: 1}]\n");
        try (TestServer server = TestServer.withBank(bank)) {
            TestVisitor teacher = instructor(server);
            assertTrue(teacher.get("/courses/deep-learning/questions")
                    .body()
                    .contains("own.yaml:4:13: q cannot be drawn"));
            assertEquals(404, teacher.get("/courses/deep-learning/exams/own").statusCode());
        }
    }

    @Test
    void anExamWhoseQuestionCanNoLongerBeDrawnCannotBeOpened() throws IOException {
        String question = "id: q\ntitle: Q\nprompt: P\nparams: {x: 'randint(1, 9)'}\n"
                + "require: [x > 0]\nparts: [{id: a, type: integer, expect: x}]\n";
        file("questions/q.yaml", question);
        file("own.yaml", "id: own\ntitle: Own\npolicy: {mode: practice}\nquestions: [{question: q, points: 1}]\n");
        try (TestServer server = TestServer.withBank(bank)) {
            TestVisitor teacher = instructor(server);
            file("questions/q.yaml", question.replace("x > 0", "x > 9"));
            teacher.get("/courses/deep-learning/questions");
            teacher.post("/courses/deep-learning/questions/reload", Map.of());
            HttpResponse<String> refused =
                    teacher.post("/courses/deep-learning/exams/own/state", Map.of("state", "open"));
            assertEquals(409, refused.statusCode());
            assertTrue(refused.body().contains("q cannot be drawn"), refused.body());
        }
    }
}
