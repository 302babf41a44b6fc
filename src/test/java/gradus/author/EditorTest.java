package gradus.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.grading.check.QuestionCheck;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question from its first letter to its publication, by pages alone. */
class EditorTest {
    private static final String QUESTIONS = "/courses/deep-learning/questions";

    @TempDir
    Path bank = Path.of("");

    private static TestVisitor instructor(TestServer server, String login) {
        TestVisitor teacher = server.visitor();
        String link = TestPeople.invited(server.database(), login, login, Role.INSTRUCTOR);
        teacher.get(link);
        teacher.post(link, Map.of("name", login, "login", login, "password", "long enough for all"));
        return teacher;
    }

    private static TestPage begun(TestVisitor teacher, String id, String from) {
        teacher.get(QUESTIONS);
        HttpResponse<String> made = teacher.post(QUESTIONS, Map.of("id", id, "from", from));
        assertEquals(200, made.statusCode(), made.body());
        return teacher.open(QUESTIONS + "/" + id + "/text");
    }

    private static TestPage proved(TestVisitor teacher, String id) {
        TestPage proof = teacher.open(QUESTIONS + "/" + id + "/proof");
        for (int i = 0;
                i < 2_000
                        && proof.texts("progress").size()
                                        + proof.texts("#proof[data-running=true]")
                                                .size()
                                > 0;
                i++) {
            proof = teacher.open(QUESTIONS + "/" + id + "/proof");
        }
        return proof;
    }

    @Test
    void everyExampleToBeginWithIsAQuestionThatNothingIsWrongWith() {
        for (String name : Beginnings.EXAMPLES) {
            String text = Beginnings.example(name, "mine");
            Looked looked = Looked.at(text, "mine", picture -> false);
            assertEquals(List.of(), looked.errors(), name);
            assertEquals(List.of(), looked.warnings(), name);
            assertEquals(
                    List.of(),
                    QuestionCheck.of(QuestionFile.read(text, "mine.yaml"), Map.of(), 200)
                            .problems(),
                    name);
        }
    }

    @Test
    void aQuestionIsBegunTriedProvedPublishedAndAskedFor() {
        try (TestServer server = TestServer.withBank(emptyCourse())) {
            TestVisitor teacher = instructor(server, "kim");
            TestPage editor = begun(teacher, "my-corr", "matrix-answer");
            assertTrue(editor.text().contains("Nothing is wrong with the text."), editor.text());
            assertEquals(404, teacher.get(QUESTIONS + "/my-corr").statusCode());
            assertTrue(editor.text().contains("What the grader finds by itself"), editor.text());
            assertTrue(
                    editor.texts("dd code").stream().anyMatch(id -> id.startsWith("kernel_flipped(")),
                    editor.texts("dd code").toString());
            TestPage graded = editor.type("The largest value", "1").press("Grade what is typed");
            assertTrue(graded.text().contains("incorrect"), graded.text());
            TestPage proof = proved(teacher, "my-corr");
            assertTrue(proof.text().contains("200 variants drawn and graded"), proof.text());
            assertEquals(
                    1,
                    proof.texts("figcaption").stream()
                            .filter(plot -> plot.startsWith("Correlation corr: keys of"))
                            .count());
            String peak = proof.texts("figcaption").stream()
                    .filter(plot -> plot.startsWith("The largest value peak:"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(peak.matches(".*from -?\\d+ to \\d{2,3}, of at most [23] digits"), peak);
            TestPage published = proof.press("Publish");
            assertEquals(QUESTIONS + "/my-corr?published=true", published.path());
            assertTrue(published.text().contains("It is published"), published.text());
            assertTrue(teacher.open(QUESTIONS + "?words=my-corr")
                    .texts("tbody th a")
                    .contains("Correlation and convolution"));
            assertTrue(Files.isRegularFile(bank.resolve("deep-learning/questions/my-corr.yaml")));
        }
    }

    @Test
    void theListOfQuestionsNamesExamsAndDraftsByTheirTitles() {
        try (TestServer server = TestServer.start()) {
            TestVisitor teacher = instructor(server, "kim");
            begun(teacher, "my-corr", "matrix-answer");
            TestPage list = teacher.open(QUESTIONS + "?words=optimisers");
            assertEquals(
                    List.of("4. Optimisation, Deep learning final exam, Practice on the final exam (the same data),"
                            + " Deep learning practice"),
                    list.texts("td[data-head='Asked in']"));
            assertTrue(list.texts("#use option").contains("Deep learning final exam"), list.text());
            assertTrue(list.texts("li").contains("Correlation and convolution my-corr"), list.text());
        }
    }

    private Path emptyCourse() {
        try {
            Files.createDirectories(bank.resolve("deep-learning/questions"));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return bank;
    }

    @Test
    void aTextWithErrorsIsKeptAndSaidWhereItIsWrongButNotPublished() {
        try (TestServer server = TestServer.start()) {
            TestVisitor teacher = instructor(server, "kim");
            TestPage editor = begun(teacher, "mine", "parameter-count");
            TestPage saved = editor.type("Text", "id: mine\ntitle: Mine\nprompt: P\nparts: [{id: a, type: intger}]\n")
                    .press("Save");
            assertTrue(saved.texts("#findings li.error code").contains("4:23"), saved.text());
            TestPage proof = teacher.open(QUESTIONS + "/mine/proof");
            assertFalse(proof.offers("Publish"), proof.text());
            assertEquals(
                    409,
                    teacher.post(QUESTIONS + "/mine/publication", Map.of("seq", "2", "confirmed", "true"))
                            .statusCode());
        }
    }

    @Test
    void whatIsOddIsConfirmedOnThePageOfItsProof() {
        try (TestServer server = TestServer.withBank(emptyCourse())) {
            TestVisitor teacher = instructor(server, "kim");
            String text = "id: odd\ntitle: Odd\nprompt: P\nparams: {x: 2}\n"
                    + "parts: [{id: a, type: integer, label: The double, expect: 2*x,"
                    + " mistakes: [{id: squared, expect: x*x, say: Squared}]}]\n";
            begun(teacher, "odd", "one-choice").type("Text", text).press("Save");
            TestPage refused = proved(teacher, "odd").press("Publish");
            assertEquals(409, refused.status());
            assertTrue(refused.texts("#unseen.problem").get(0).startsWith("Not published yet"), refused.text());
            TestPage published = refused.tick("I have seen what is odd, and publish it all the same")
                    .press("Publish");
            assertEquals(List.of("The double a"), published.texts("article h2"));
            assertTrue(published.texts("article p").contains("Whole number, 1 point"), published.text());
            TestPage listed = teacher.open(QUESTIONS + "?words=odd");
            assertTrue(listed.texts("tbody td").contains("Whole number"), listed.text());
        }
    }

    @Test
    void whoSavesOverAnotherIsToldAndLosesNothing() {
        try (TestServer server = TestServer.start()) {
            TestVisitor kim = instructor(server, "kim");
            TestVisitor lee = instructor(server, "lee");
            TestPage first = begun(kim, "shared", "one-choice");
            TestPage second = lee.open(QUESTIONS + "/shared/text");
            String text = first.typed("Text");
            first.type("Text", text + "# of kim\n").press("Save");
            TestPage stale = second.type("Text", text + "# of lee\n").press("Save");
            assertEquals(409, stale.status());
            assertTrue(stale.text().contains("Somebody else has saved this meanwhile"), stale.text());
            assertTrue(stale.texts(".difference .added").contains("+ # of kim"), stale.text());
            assertTrue(stale.typed("Text").contains("# of lee"));
            TestPage over = stale.press("Go on with my text over theirs");
            assertTrue(over.typed("Text").contains("# of lee"));
            over.press("Save");
            TestPage history = kim.open(QUESTIONS + "/shared/history");
            assertEquals(List.of("3", "2", "1"), history.texts("tbody th"));
            assertTrue(history.texts(".difference .gone").contains("- # of kim"), history.text());
            assertTrue(kim.open(QUESTIONS + "/shared/history?seq=2")
                    .press("Restore")
                    .typed("Text")
                    .contains("# of kim"));
        }
    }

    @Test
    void whatIsPublishedInTheBrowserStaysThoughTheShippedFileSaysOtherwise() {
        try (TestServer server = TestServer.start()) {
            TestVisitor teacher = instructor(server, "kim");
            TestPage editor = teacher.open(QUESTIONS + "/bias-variance/text");
            editor.type("Text", editor.typed("Text").replace("en: 'Bias and variance'", "en: Mine alone"))
                    .press("Save");
            proved(teacher, "bias-variance");
            TestPage proof = teacher.open(QUESTIONS + "/bias-variance/proof");
            teacher.post(QUESTIONS + "/bias-variance/publication", Map.of("seq", "2", "confirmed", "true"));
            assertTrue(teacher.get(QUESTIONS + "/bias-variance").body().contains("Mine alone"), proof.text());
            teacher.post(QUESTIONS + "/reload", Map.of());
            assertTrue(teacher.get(QUESTIONS + "/bias-variance").body().contains("Mine alone"));
        }
    }

    @Test
    void aFileEditedOutsideJoinsTheHistory() throws IOException {
        Path file = emptyCourse().resolve("deep-learning/questions/own.yaml");
        String text = "id: own\ntitle: Own\nprompt: P\nparts: [{id: a, type: integer, expect: 5}]\n";
        Files.writeString(file, text);
        try (TestServer server = TestServer.withBank(bank)) {
            TestVisitor teacher = instructor(server, "kim");
            teacher.open(QUESTIONS + "/own/text")
                    .type("Text", text + "# mine\n")
                    .press("Save");
            Files.writeString(file, text + "# outside\n");
            teacher.post(QUESTIONS + "/reload", Map.of());
            TestPage history = teacher.open(QUESTIONS + "/own/history");
            assertEquals(List.of("3", "2", "1"), history.texts("tbody th"));
            assertTrue(history.texts(".difference .added").contains("+ # outside"), history.text());
            assertEquals(List.of("a file", "kim", "a file"), history.texts("tbody td:nth-child(3)"));
        }
    }

    @Test
    void eachLineOfAListingBecomesAPart() {
        try (TestServer server = TestServer.start()) {
            TestVisitor teacher = instructor(server, "kim");
            teacher.get(QUESTIONS);
            teacher.post(
                    QUESTIONS,
                    Map.of("id", "forward", "listing", "z = w*x + b\na = max(0, z)\nno formula\ne1 = (a - t)^2\n"));
            TestPage editor = teacher.open(QUESTIONS + "/forward/text");
            assertTrue(editor.text().contains("Nothing is wrong with the text."), editor.text());
            assertEquals(List.of("z", "a", "e1"), editor.texts("#shown-question details[open] dt"));
        }
    }

    @Test
    void studentsFindNoneOfIt() {
        try (TestServer server = TestServer.start()) {
            TestVisitor student = server.visitor();
            String link = TestPeople.invited(server.database(), "s1", "S", Role.STUDENT);
            student.get(link);
            student.post(link, Map.of("name", "S", "login", "s1", "password", "long enough for all"));
            assertEquals(
                    List.of(404, 404, 404, 404),
                    Stream.of("text", "history", "file", "proof")
                            .map(page -> student.get(QUESTIONS + "/bias-variance/" + page)
                                    .statusCode())
                            .toList());
        }
    }
}
