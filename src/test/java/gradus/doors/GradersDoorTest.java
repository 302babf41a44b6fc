package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rubrics that change, answers graded together, and students who ask for another look, all without scripts. */
class GradersDoorTest {
    private static final String EXAMS = "/courses/deep-learning/exams/";
    private static final String LIST = "/courses/deep-learning/exams";
    private static final String SAVE = "Save and next (Enter)";
    private static final String SCATTERS = "1 It names scattering. 1 p.";

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static TestVisitor park;
    private static TestVisitor prof;
    private static TestVisitor one;
    private static TestVisitor two;

    @BeforeAll
    static void start() {
        ExamFolder bank = new ExamFolder(folder).question("why", """
                        title: Why
                        prompt: Why is the sky blue?
                        parts:
                          - id: because
                            type: text
                            points: 2
                            label: Because
                            rubric:
                              - {id: scatter, points: 1, say: It names scattering.}
                              - {id: short, points: 1, say: It says that short waves scatter more.}
                          - {id: number, type: integer, points: 2, label: How many, expect: 2 + 2}
                        """);
        for (String exam : List.of("edited", "grouped", "asked")) {
            bank.exam(
                    exam,
                    "mode: timed, minutes: 60, attempts: 9, feedback: after-submit",
                    "{question: why, points: 4}");
        }
        server = TestServer.withBank(folder);
        park = signedIn("park", "박조교", Role.GRADER);
        prof = signedIn("prof", "이교수", Role.INSTRUCTOR);
        one = signedIn("20260001", "김하나", Role.STUDENT);
        two = signedIn("20260002", "이두리", Role.STUDENT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestVisitor signedIn(String login, String name, Role role) {
        return TestPeople.visitor(server, login, name, role);
    }

    private static TestPage sit(TestVisitor student, String exam, String because, String number) {
        TestPage begun = student.open(EXAMS + exam).press("Start");
        return begun.type("Because", because)
                .type("How many", number)
                .press("Review and submit")
                .press("Submit");
    }

    private static String desk(String exam, String part) {
        return EXAMS + exam + "/queue/why/" + part;
    }

    @Test
    void aChangedRubricChangesWhatIsGradedAndShowsFirstWhat() {
        String first = sit(one, "edited", "Scattering", "4").path();
        String second = sit(two, "edited", "Scattering, and blue most", "4").path();
        TestPage next = park.open(desk("edited", "because")).tick(SCATTERS).press(SAVE);
        next.tick(SCATTERS)
                .tick("2 It says that short waves scatter more. 1 p.")
                .type("Remark to the student", "Both.")
                .press(SAVE);
        assertEquals(404, park.get(desk("edited", "because") + "/rubric").statusCode(), "it is the instructor's");
        TestPage edit = prof.open(desk("edited", "because")).follow("Back (P)").follow("Rubric");
        assertEquals("1", edit.typed("Points of statement 1"));
        assertEquals(List.of("Points Statement"), edit.texts(".heads"));
        assertEquals("textarea", edit.kind("Words of statement 1"), "a long statement is read whole");
        assertEquals(
                422,
                edit.type("Points of statement 1", "much")
                        .press("See what changes")
                        .status());
        assertEquals(
                422,
                edit.type("At most", "3")
                        .type("Points of statement 1", "0.5")
                        .press("See what changes")
                        .status());
        TestPage look = edit.type("At most", "2")
                .type("Points of statement 1", "0.5")
                .type("Points of statement 3", "-0.25")
                .type("Words of statement 3", "It is\r\n  long-winded.\n")
                .press("See what changes");
        assertEquals(200, look.status(), look.text());
        assertTrue(look.text().contains("2 scores change"), look.text());
        List<String> cells = look.texts(".difference td");
        assertTrue(cells.containsAll(List.of("1", "0.5", "2", "1.5")), cells.toString());
        assertEquals(
                List.of("3 / 4", "4 / 4"),
                Stream.of(total(one, first), total(two, second)).sorted().toList(),
                "nothing changes before it is applied");
        look.press("Apply to all");
        List<String> totals = List.of(total(one, first), total(two, second));
        assertTrue(totals.contains("2.5 / 4") && totals.contains("3.5 / 4"), totals.toString());
        TestPage graded = park.open(desk("edited", "because")).follow("Back (P)");
        assertTrue(graded.text().contains("It is long-winded. -0.25 p."), graded.text());
        graded.tick("3 It is long-winded. -0.25 p.").press(SAVE);
        totals = List.of(total(one, first), total(two, second));
        assertTrue(totals.contains("2.25 / 4") || totals.contains("3.25 / 4"), totals.toString());
        TestPage full = prof.open(desk("edited", "because") + "/rubric")
                .tick("down from full marks (2); statements then mostly have points below 0")
                .type("Points of statement 1", "-1")
                .type("Points of statement 2", "-0.5")
                .press("See what changes")
                .press("Apply to all");
        assertEquals(200, full.status());
        totals = List.of(total(one, first), total(two, second));
        assertTrue(totals.stream().allMatch(total -> total.matches("(3|2.75|2.5|2.25) / 4")), totals.toString());
    }

    private static String total(TestVisitor student, String attempt) {
        return student.open(attempt).texts(".total-score").get(0);
    }

    @Test
    void alikeAnswersAreGradedInOneStrokeAndWhatIsTakenOutStays() {
        for (String text : List.of("Rayleigh scattering", "rayleigh scattering.", "Rayleigh  scattering!", "The sea")) {
            sit(one, "grouped", text, "4");
        }
        sit(two, "grouped", "the sea", "four");
        TestPage groups = park.open(desk("grouped", "because")).follow("Grade similar answers together");
        assertTrue(groups.text().contains("5 answers are waiting"), groups.text());
        assertEquals(2, groups.texts(".group").size(), groups.text());
        assertEquals(422, groups.press("Give this to the ticked groups").status(), "no group is ticked");
        String large = groups.texts(".group .whole").get(0);
        TestPage done = groups.tick(large)
                .tick("It names scattering. 1 p.")
                .type("Remark to the student", "Fine.")
                .press("Give this to the ticked groups");
        assertTrue(done.text().contains("3 graded."), done.text());
        assertTrue(done.text().contains("2 answers are waiting"), done.text());
        TestPage again = groups.tick(large).press("Give this to the ticked groups");
        assertTrue(again.text().contains("0 graded. 3 had been graded"), again.text());
        TestPage rest = park.open(done.path());
        String sea = rest.texts(".group .whole").get(0);
        TestPage asked = rest.tick(sea).tick("not with these").press("Give this to the ticked groups");
        assertEquals(422, asked.status(), "nobody gives 0 to a group by forgetting to tick");
        TestPage left = rest.tick("None of it: 0 points").press("Give this to the ticked groups");
        assertTrue(left.text().contains("1 graded."), left.text());
        assertTrue(left.text().contains("1 answer is waiting"), left.text());
    }

    @Test
    void aStudentAsksForAnotherLookAndIsAnswered() {
        String attempt = sit(one, "asked", "Scattering", "5").path();
        assertFalse(one.open(attempt).offers("Regrade requests"), "no result leads to what is not open");
        TestPage asking = one.open(attempt + "/requests");
        assertFalse(asking.offers("Send the request"), "nothing is open yet");
        assertEquals(List.of(), asking.texts(".request-part"), "and no list leads on");
        assertEquals(409, ask(one, attempt, "number", "Please.").statusCode());
        prof.open("/courses/deep-learning/queue")
                .within("#asked")
                .follow("Regrade requests")
                .type("Accept requests for this many days from now (0: none)", "7")
                .press("Set");
        assertTrue(one.open(attempt).text().contains("Regrade requests are accepted until "));
        asking = one.open(attempt).follow("Regrade requests");
        String day = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
                .format(ZonedDateTime.now(ZoneId.of("Asia/Seoul")).plusDays(7).minusMinutes(1));
        for (TestPage page : List.of(asking, park.open(EXAMS + "asked/requests"))) {
            String until = page.texts("main > p").get(1);
            assertTrue(
                    until.matches("Regrade requests are accepted until \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d \\(KST\\)\\."),
                    until);
            assertTrue(until.contains(day), until);
        }
        TestPage sent = asking.within("#part-1-number")
                .type("Your reason", "I counted <b>five</b>.")
                .press("Send the request");
        assertTrue(sent.within("#part-1-number").text().contains("Not answered yet."), sent.text());
        TestPage told = park.open(LIST).within("#asked");
        assertTrue(told.offers("1 regrade request waits for an answer"), told.text());
        TestPage card = park.open("/courses").within("#deep-learning");
        assertEquals(LIST, card.follow("1 regrade request waits for an answer").path());
        assertEquals(
                EXAMS + "asked/requests",
                told.follow("1 regrade request waits for an answer").path());
        ask(one, attempt, "number", "Again!");
        assertFalse(one.open(sent.path()).text().contains("Again!"), "one at a time");
        assertEquals(422, ask(one, attempt, "because", " ").statusCode());
        assertEquals(404, two.get(attempt + "/requests").statusCode(), "it is nobody else's business");
        TestPage list = prof.open(EXAMS + "asked/requests");
        assertTrue(list.text().contains("I counted <b>five</b>."), list.text());
        assertEquals("1 How many", list.within("section h2").text());
        TestPage desk =
                park.open("/courses/deep-learning/queue").within("#asked").follow("How many");
        assertTrue(desk.text().contains("The student requests a regrade: I counted <b>five</b>."), desk.text());
        assertEquals("0", desk.typed("Points (0 to 2)"));
        TestPage empty = desk.type("Points (0 to 2)", "1")
                .type("Remark to the student", "Half of it.")
                .press(SAVE);
        assertTrue(empty.text().contains("Nothing is waiting for you here"), empty.text());
        assertFalse(park.open(LIST).within("#asked").offers("1 regrade request waits for an answer"), "it is answered");
        TestPage undone = empty.press("Undo (U)");
        assertTrue(undone.text().contains("The student requests a regrade: I counted <b>five</b>."), undone.text());
        assertTrue(
                one.open(attempt + "/requests").text().contains("Not answered yet."),
                "what is taken back is no answer");
        undone.type("Points (0 to 2)", "1")
                .type("Remark to the student", "Half of it.")
                .press(SAVE);
        String answered =
                one.open(attempt + "/requests").within("#part-1-number").text();
        assertTrue(answered.contains("the score was 0") && answered.contains("the score is 1"), answered);
        assertTrue(answered.contains("Half of it."), answered);
        String own = one.get("/account/data").body();
        assertTrue(own.contains("I counted <b>five</b>.") && own.contains("Half of it."), own);
        ask(one, attempt, "number", "Once more.");
        assertTrue(one.open(sent.path()).text().contains("Once more."), "an answered part may be asked about again");
        prof.post(EXAMS + "asked/request-window", Map.of("days", "0"));
        assertEquals(409, ask(one, attempt, "because", "Too late.").statusCode());
        assertTrue(one.open(attempt).offers("Regrade requests"), "what was answered can still be read");
        String unasked = sit(two, "asked", "Scattering", "5").path();
        assertFalse(two.open(unasked).text().contains("Regrade requests"), "they are closed by hand");
        prof.post(EXAMS + "asked/request-window", Map.of("days", "1"));
        server.database().save(Later.class).over(Instant.now().minusSeconds(60));
        TestPage over = two.open(unasked);
        assertFalse(over.offers("Regrade requests"), over.text());
        assertTrue(over.text().contains("Regrade requests were accepted until "), over.text());
        assertTrue(two.open(unasked + "/requests").text().contains("Regrade requests were accepted until "));
    }

    /** Lets time pass. */
    public interface Later {
        @SqlUpdate("UPDATE request_window SET closes = :then WHERE closes IS NOT NULL")
        int over(Instant then);
    }

    private static HttpResponse<String> ask(TestVisitor student, String attempt, String part, String reason) {
        return student.post(
                attempt + "/requests", Map.of("position", "1", "variant", "1", "part", part, "reason", reason));
    }
}
