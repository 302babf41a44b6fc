package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue of answers that wait for people, as graders without scripts work through it. */
class QueueDoorTest {
    private static final String EXAMS = "/courses/deep-learning/exams/";
    private static final String QUEUE = "/courses/deep-learning/queue";
    private static final String LIST = "/courses/deep-learning/exams";
    private static final String ANSWER = ".the-answer";
    private static final String SAVE = "Save and next (Enter)";
    private static final int STUDENTS = 6;

    /** Lets time pass for whoever has an answer before them. */
    public interface Idle {
        @SqlUpdate("UPDATE grading_claim SET touched = :since")
        void since(Instant since);
    }

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static TestVisitor park;
    private static TestVisitor choi;
    private static TestVisitor instructor;
    private static final List<TestVisitor> students = new ArrayList<>();

    @BeforeAll
    static void start() {
        ExamFolder bank = new ExamFolder(folder).question("why", """
                        title: Why
                        prompt: Why is the sky blue?
                        parts:
                          - {id: draft, type: text, label: Draft, work: true}
                          - id: because
                            type: text
                            points: 2
                            label: Because
                            answer: Rayleigh scattering.
                            rubric:
                              - {id: scatter, points: 1, say: It names scattering.}
                              - {id: short, points: 1, say: It says that short waves scatter more.}
                          - {id: number, type: integer, points: 2, label: How many, expect: 2 + 2}
                        """);
        for (String exam : List.of("walk", "claims", "clash", "shares", "numbers", "told", "listed")) {
            bank.exam(exam, "mode: timed, minutes: 60", "{question: why, points: 4}");
        }
        bank.exam("drill", "mode: practice", "{question: why, points: 4}");
        server = TestServer.withBank(folder);
        park = signedIn("park", "박조교", Role.GRADER);
        choi = signedIn("choi", "최조교", Role.GRADER);
        instructor = signedIn("prof", "이교수", Role.INSTRUCTOR);
        for (int i = 1; i <= STUDENTS; i++) {
            students.add(signedIn("2026000" + i, "김학생" + i, Role.STUDENT));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestVisitor signedIn(String login, String name, Role role) {
        return TestPeople.visitor(server, login, name, role);
    }

    private static void sit(TestVisitor student, String exam, String because, String number) {
        TestPage begun = student.open(EXAMS + exam).press("Start");
        begun.type("Draft", "Draft of " + because)
                .type("Because", because)
                .type("How many", number)
                .press("Review and submit")
                .press("Submit");
    }

    private static void allSit(String exam) {
        for (int i = 0; i < STUDENTS; i++) {
            sit(students.get(i), exam, "Reason " + (i + 1), "4");
        }
    }

    private static String desk(String exam) {
        return EXAMS + exam + "/queue/why/because";
    }

    @Test
    void allGradersMeetTheSameAnswersInTheSameOrderAndNoName() {
        allSit("walk");
        TestPage list = park.open(EXAMS.substring(0, EXAMS.length() - 1)).follow("Grade answers");
        assertTrue(list.path().startsWith(QUEUE), list.path());
        assertEquals(List.of("6", "0 / 6"), list.within("#walk tbody").texts("td.number"));
        TestPage desk = list.within("#walk").follow("Because");
        assertTrue(desk.text().contains("6 wait"), desk.text());
        assertFalse(desk.text().contains("김학생"), "an answer comes without a name");
        assertFalse(desk.offers("Undo (U)"), "there is nothing to take back yet");
        assertTrue(desk.text().contains("Rayleigh scattering."), "the model answer stands beside it");
        String first = desk.texts(ANSWER).get(0);
        assertEquals(
                List.of("Draft of " + first, "4"), desk.texts(".other pre"), "so do the draft and the other parts");
        List<String> order = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            order.add(desk.texts(ANSWER).get(0));
            desk = desk.follow("Skip (S)");
        }
        assertEquals(first, desk.texts(ANSWER).get(0), "who skips all comes round again");
        assertEquals(STUDENTS, Set.copyOf(order).size(), order.toString());
        park.open(QUEUE);
        server.database().save(Idle.class).since(Instant.EPOCH);
        List<String> other = new ArrayList<>();
        TestPage theirs = choi.open(desk("walk"));
        for (int i = 0; i < STUDENTS; i++) {
            other.add(theirs.texts(ANSWER).get(0));
            theirs = theirs.follow("Skip (S)");
        }
        assertEquals(order, other);
        assertTrue(theirs.follow("Show the name").text().contains("김학생"));

        TestPage next = theirs.tick("1 It names scattering. 1 p.")
                .type("Remark to the student", "Good.")
                .press(SAVE);
        assertTrue(next.text().contains("Saved: 1 point."), next.text());
        assertNotEquals(first, next.texts(ANSWER).get(0));
        assertTrue(next.text().contains("5 wait"), next.text());
        TestPage undone = next.press("Undo (U)");
        assertEquals(first, undone.texts(ANSWER).get(0));
        assertTrue(undone.text().contains("6 wait"), undone.text());
        next = undone.tick("1 It names scattering. 1 p.")
                .type("Remark to the student", "Good.")
                .press(SAVE);
        assertEquals(first, next.follow("Back (P)").texts(ANSWER).get(0));
        next = next.tick("Good.").press(SAVE);
        TestPage last = next.follow("Back (P)");
        assertEquals("Good.", last.typed("Remark to the student"), "a remark was used again");
        assertTrue(last.text().contains("Graded by 최조교"), last.text());
    }

    @Test
    void anAnswerThatOneHasOpenIsNotHandedToAnotherUntilTenIdleMinutesHavePassed() {
        sit(students.get(0), "claims", "Reason 1", "4");
        sit(students.get(1), "claims", "Reason 2", "4");
        TestPage first = park.open(desk("claims"));
        TestPage second = choi.open(desk("claims"));
        assertNotEquals(first.texts(ANSWER), second.texts(ANSWER));
        assertTrue(instructor.open(QUEUE).within("#claims").text().contains("박조교, 최조교"));
        TestPage told = second.follow(second.offers("Back (P)") ? "Back (P)" : "Forward (N)");
        assertEquals(first.texts(ANSWER), told.texts(ANSWER));
        assertTrue(told.text().contains("박조교 has this answer open"), told.text());
        server.database().save(Idle.class).since(Instant.now().minus(9, ChronoUnit.MINUTES));
        assertEquals(second.texts(ANSWER), choi.open(desk("claims")).texts(ANSWER), "nine minutes are not ten");
        server.database().save(Idle.class).since(Instant.now().minus(11, ChronoUnit.MINUTES));
        assertFalse(choi.open(told.path()).text().contains("has this answer open"));
    }

    @Test
    void nobodyOverwritesWhatAnotherHasGivenWithoutHavingSeenIt() {
        sit(students.get(0), "clash", "Reason", "4");
        TestPage mine = park.open(desk("clash"));
        TestPage theirs = choi.open(EXAMS + "clash/queue/why/because");
        assertTrue(theirs.text().contains("Nothing is waiting for you here"), theirs.text());
        theirs = choi.open(theirs.follow("Back (P)").path());
        mine.tick("1 It names scattering. 1 p.").press(SAVE);
        TestPage refused = theirs.tick("2 It says that short waves scatter more. 1 p.")
                .type("Remark to the student", "Mine.")
                .press(SAVE);
        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("박조교 has given 1 point since"), refused.text());
        assertEquals("Mine.", refused.typed("Remark to the student"), "what was typed is still there");
        TestPage attempt = instructor.open(EXAMS + "clash/attempts").follow("김학생1");
        assertFalse(attempt.text().contains("Mine."));
        assertTrue(refused.press(SAVE).text().contains("Saved: 1 point."));
        attempt = instructor.open(attempt.path());
        assertTrue(attempt.text().contains("Mine."), "who has seen it may replace it");
        TestPage old = choi.open(attempt.path());
        park.open(attempt.path()).within("#result-1-because").press("Save the score");
        assertEquals(
                409, old.within("#result-1-because").press("Save the score").status(), "so on the other page");
        assertEquals(409, refused.press(SAVE).status());
    }

    @Test
    void sharesAreDisjointTogetherEverythingAndStayWhenSomebodyJoins() {
        allSit("shares");
        TestPage list = instructor.open(QUEUE);
        TestPage refused = list.within("#shares").tick("박조교").press("Split");
        assertEquals(422, refused.status(), "one is no split");
        assertTrue(refused.text().contains("Tick at least two people"), refused.text());
        instructor.open(QUEUE).within("#shares").tick("박조교").tick("최조교").press("Split");
        Set<String> ofPark = share(park);
        Set<String> ofChoi = share(choi);
        Set<String> all = new TreeSet<>(ofPark);
        all.addAll(ofChoi);
        assertEquals(STUDENTS, all.size());
        assertEquals(STUDENTS, ofPark.size() + ofChoi.size());
        instructor.open(QUEUE).within("#shares").tick("이교수").press("Split");
        assertTrue(ofPark.containsAll(share(park)), "a third takes from each and gives to nobody");
        assertTrue(ofChoi.containsAll(share(choi)));
        assertEquals(404, students.get(0).get(QUEUE).statusCode());
        assertEquals(
                404, park.post(EXAMS + "shares/graders", java.util.Map.of()).statusCode(), "graders do not split");
    }

    private static Set<String> share(TestVisitor grader) {
        Set<String> share = new TreeSet<>();
        TestPage desk = grader.open(desk("shares"));
        while (!desk.texts(ANSWER).isEmpty() && share.add(desk.texts(ANSWER).get(0))) {
            desk = desk.follow("Skip (S)");
        }
        return share;
    }

    @Test
    void aTextThatCouldNotBeReadWaitsForAPersonInATimedExamAlone() {
        sit(students.get(0), "numbers", "", "four");
        sit(students.get(0), "drill", "", "four");
        TestPage list = park.open(QUEUE);
        assertTrue(list.texts("section").stream().noneMatch(text -> text.contains("Exam drill")), list.text());
        TestPage desk = list.within("#numbers").follow("How many");
        assertEquals(List.of("four"), desk.texts(ANSWER));
        for (String points : List.of("2.5", "-1", "x", "")) {
            TestPage refused = desk.type("Points (0 to 2)", points).press(SAVE);
            assertEquals(422, refused.status(), points);
            assertEquals(points, refused.typed("Points (0 to 2)"));
        }
        TestPage saved = desk.type("Points (0 to 2)", "1.5").press(SAVE);
        assertTrue(saved.text().contains("Saved: 1.5 points."), saved.text());
        assertTrue(saved.text().contains("Nothing is waiting for you here"), saved.text());
        assertEquals(404, park.get(desk.path() + "?item=nothing").statusCode());
        assertEquals(404, park.get(EXAMS + "nowhere/queue/why/number").statusCode());
    }

    @Test
    void staffAreToldWhatWaitsBeforeTheyReleaseOrExport() {
        assertFalse(instructor.open(LIST).within("#told").text().contains("not graded yet"));
        sit(students.get(0), "told", "Because of scattering.", "4");
        sit(students.get(1), "told", "Short waves.", "4");
        sit(students.get(2), "told", "", "4");
        assertEquals(List.of("because"), park.open(QUEUE).within("#told").texts("td small code"));
        TestPage card = instructor.open(LIST).within("#told");
        assertTrue(card.offers("2 texts are not graded yet"), card.text());
        assertTrue(card.text().contains("students who see the results now will find no score there"), card.text());
        assertEquals(QUEUE, card.follow("2 texts are not graded yet").path());
        TestPage course = park.open("/courses").within("#deep-learning");
        String waiting = course.text().replaceAll("(?s).*?(\\d+) attempts? waits? for a grader.*", "$1");
        assertTrue(Integer.parseInt(waiting) >= 2, course.text());
        assertEquals(
                QUEUE, course.follow(waiting + " attempts wait for a grader").path());
        for (String page : List.of("told/attempts", "told/platform-import")) {
            TestPage export = instructor.open(EXAMS + page);
            assertTrue(export.text().contains("2 texts are not graded yet: their points are missing"), export.text());
        }
        TestPage desk = park.open(QUEUE).within("#told").follow("Because");
        desk.tick("1 It names scattering. 1 p.").press(SAVE);
        assertTrue(instructor.open(LIST).within("#told").offers("1 text is not graded yet"));
        instructor.open(LIST).within("#told").press("Show the results");
        assertTrue(instructor.open(LIST).within("#told").text().contains("You have released the results."));
        assertTrue(instructor.open(EXAMS + "told/room").offers("Allowances"));
        assertFalse(park.open(EXAMS + "told/room").offers("Allowances"));
    }

    @Test
    void theListOfAttemptsIsSearchedAndSorted() {
        String list = EXAMS + "listed/attempts";
        allSit("listed");
        assertEquals(
                List.of("김학생4"),
                park.open(list)
                        .type("Name, number or login", "20260004")
                        .press("Find")
                        .texts("tbody th"));
        assertEquals(
                List.of("김학생4"),
                park.open(list + "?search=" + URLEncoder.encode("학생4", StandardCharsets.UTF_8))
                        .texts("tbody th"));
        assertEquals(
                STUDENTS,
                park.open(list + "?search=2026000&sort=name").texts("tbody th").size(),
                "each once");
        assertEquals(List.of(), park.open(list + "?search=%25").texts("tbody th"));
        assertEquals(List.of(), park.open(list + "?search=%27%3B--").texts("tbody th"));
        TestPage begun = park.open(list);
        assertEquals("ascending", sorted(begun), "the order that nobody asked for is told, too");
        assertEquals(List.of("Begun ↑"), begun.texts("th[aria-sort]"));
        TestPage down = begun.follow("Name").follow("Name");
        List<String> names = down.texts("tbody th");
        assertEquals(STUDENTS, names.size());
        assertEquals(names.stream().sorted(Comparator.reverseOrder()).toList(), names);
        assertEquals("descending", sorted(down));
        for (String by : List.of("score", "-submitted", "number", "-nothing;", "")) {
            assertEquals(
                    STUDENTS, park.open(list + "?sort=" + by).texts("tbody th").size(), by);
        }
    }

    private static String sorted(TestPage page) {
        return org.jsoup.Jsoup.parse(page.response().body())
                .expectFirst("th[aria-sort]")
                .attr("aria-sort");
    }
}
