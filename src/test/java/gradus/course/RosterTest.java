package gradus.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes into a course, how, and what they gain by what they type about themselves: nothing. */
class RosterTest {
    private static final String COURSE = "/courses/deep-learning/";
    private static final String PEOPLE = COURSE + "people";
    private static final String QUIZ = COURSE + "exams/quiz";

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static TestVisitor teacher;

    @BeforeAll
    static void start() throws IOException {
        Path questions = Files.createDirectories(folder.resolve("deep-learning/questions"));
        Files.writeString(
                questions.resolve("plain.yaml"),
                "id: plain\ntitle: Plain\nprompt: 'Two and two?'\nparts: [{id: sum, type: integer, points: 2, expect: 4}]\n");
        for (String exam : new String[] {"quiz", "second"}) {
            Files.writeString(
                    folder.resolve("deep-learning/" + exam + ".yaml"),
                    "id: " + exam + "\ntitle: Exam " + exam
                            + "\npolicy: {mode: timed, minutes: 60, feedback: after-submit,"
                            + " allowances: [{students: ['20240001'], minutes: 90}]}\n"
                            + "questions: [{question: plain, points: 2}]\n");
        }
        server = TestServer.withBank(folder);
        teacher = TestPeople.visitor(server, "prof", "이교수", Role.INSTRUCTOR);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestVisitor signedUp(String login, String name) {
        TestVisitor visitor = server.visitor();
        visitor.get("/sign-up");
        visitor.post("/sign-up", Map.of("name", name, "login", login, "password", "long enough"));
        return visitor;
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), () -> pattern + " in " + text);
        return matcher.group(1);
    }

    private static String codeOf(String number) {
        teacher.get(PEOPLE);
        String cards = teacher.post(PEOPLE + "/codes", Map.of()).body();
        assertTrue(cards.matches("[\\s\\S]*Open http://\\S+/join, type this code[\\s\\S]*"), cards);
        return found("<span>" + number + "</span>[\\s\\S]*?<code>([A-Z0-9-]+)</code>", cards);
    }

    private static int joins(TestVisitor visitor, String code) {
        visitor.get("/join");
        return visitor.post("/join", Map.of("code", code)).statusCode();
    }

    private static void add(String number, String name, String section) {
        teacher.get(PEOPLE);
        assertEquals(
                200,
                teacher.post(PEOPLE, Map.of("studentNumber", number, "officialName", name, "section", section))
                        .statusCode());
    }

    @Test
    void theRosterIsThereForThoseWhoTeachTheCourseAndForNobodyElse() {
        assertEquals(404, server.visitor().get(PEOPLE).statusCode());
        assertEquals(404, signedUp("stranger", "남남").get(PEOPLE).statusCode());
        assertEquals(200, teacher.get(PEOPLE).statusCode());
        assertEquals(404, teacher.get("/courses/another/people").statusCode());
    }

    @Test
    void nobodyGetsSomebodysTimeOrSeatByTheirNumberAsLoginOrNameAndOnlyTheCodeSeatsThem() {
        add("20240001", "김하나", "A");
        TestVisitor pretender = signedUp("20240001", "20240001 김하나");
        assertTrue(pretender.open(QUIZ).text().contains("for students on the roster"));
        pretender.get("/");
        assertEquals(403, pretender.post(QUIZ + "/attempts", Map.of()).statusCode());
        TestVisitor student = signedUp("hana", "하나");
        String code = codeOf("20240001");
        assertEquals(200, joins(student, code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")));
        assertTrue(student.open(QUIZ).text().contains("1 h 30 min"));
        assertEquals(422, joins(pretender, code), "a code works once");
        student.get("/");
        assertEquals(200, student.post(QUIZ + "/attempts", Map.of()).statusCode());
        String list = teacher.get(QUIZ + "/attempts").body();
        assertTrue(list.contains("김하나") && list.contains("20240001"), list);
        TestPage saves = teacher.open(QUIZ + "/attempts").follow("김하나").follow("Save history");
        assertEquals("Save history · 김하나", saves.within("h1").text(), "by the name that the roster has");
    }

    @Test
    void allowancesInTheBrowserHoldAtOnceForAnAttemptThatRunsAndCanBeTakenBack() {
        add("20240010", "박새로", "B");
        TestVisitor student = signedUp("saero", "새로");
        joins(student, codeOf("20240010"));
        String second = COURSE + "exams/second";
        TestPage sitting = student.open(second).press("Start");
        assertTrue(left(sitting) <= 60 * 60_000);
        TestPage given = teacher.open(second + "/allowances")
                .type("Student number", "20240010")
                .type("Minutes in all", "120")
                .type("Reason", "a broken arm")
                .press("Give");
        assertTrue(given.text().contains("120 minutes"), given.text());
        assertTrue(left(student.open(sitting.path())) > 118 * 60_000);
        given.press("Withdraw");
        assertTrue(left(student.open(sitting.path())) <= 60 * 60_000);
        teacher.open(second + "/allowances")
                .type("Section", "B")
                .type("Times the usual time", "1.5")
                .press("Give");
        assertTrue(left(student.open(sitting.path())) > 88 * 60_000);
        TestPage less = teacher.open(second + "/allowances")
                .type("Section", "B")
                .type("Minutes in all", "10")
                .press("Give");
        assertEquals(422, less.status());
        assertTrue(less.text().contains("gives everybody 60 minutes already. Type the minutes in all, such as 70"));
        assertEquals(
                422,
                teacher.open(second + "/allowances")
                        .type("Student number", "nobody")
                        .type("Minutes in all", "9")
                        .press("Give")
                        .status());
        assertEquals(
                422,
                teacher.open(second + "/allowances")
                        .type("Section", "B")
                        .press("Give")
                        .status());
    }

    private static long left(TestPage sitting) {
        return Long.parseLong(found("data-left=\"(\\d+)\"", sitting.response().body()));
    }

    @Test
    void aSquattedLoginDoesNotBecomeGraderButWhoFollowsTheInvitationOnceDoes() {
        TestVisitor squatter = signedUp("prof.kim", "김교수");
        teacher.get(PEOPLE);
        teacher.post(PEOPLE + "/class-code", Map.of("code", "new"));
        String ofClass =
                found("id=\"class-code\">([A-Z0-9-]+)<", teacher.get(PEOPLE).body());
        assertEquals(200, joins(squatter, ofClass));
        String row = found(
                "(/courses/deep-learning/people/[0-9a-f-]+)\">김교수<",
                teacher.get(PEOPLE).body());
        assertEquals(409, teacher.post(row + "/role", Map.of("role", "grader")).statusCode());
        assertEquals(404, teacher.post(row + "/confirmation", Map.of()).statusCode());
        assertEquals(404, squatter.get(COURSE + "exams").statusCode());
        TestPage people = teacher.open(PEOPLE);
        for (String id : List.of("from-file", "one-student", "codes", "invite")) {
            String label = people.texts("a[href=#" + id + "]").get(0);
            assertTrue(people.within("#" + id).text().startsWith(label), "below a long roster: " + label);
        }
        TestPage invited = people.press("Make a link");
        String link = found(
                "id=\"link\">http://[^/]+(/join[^<]+)<", invited.response().body());
        TestVisitor grader = signedUp("real.kim", "진짜 김");
        assertEquals(COURSE + "exams", grader.open(link).press("Join").path(), "where there is something to grade");
        assertEquals(200, grader.get(COURSE + "exams").statusCode());
        assertEquals(404, grader.get(PEOPLE).statusCode());
        assertTrue(squatter.open(link).text().contains("no such code"));
        TestPage tryOut = grader.open(QUIZ);
        assertTrue(tryOut.text().contains("try-out"), tryOut.text());
        tryOut.press("Start");
        assertFalse(teacher.get(QUIZ + "/attempts").body().contains("진짜 김"));
    }

    @Test
    void aForgottenPasswordIsSetAnewByAOneTimeLinkThatStaffHaveForStudentsOnly() {
        add("20240020", "정새미", "A");
        TestVisitor student = signedUp("saemi", "새미");
        joins(student, codeOf("20240020"));
        String row = found(
                "(/courses/deep-learning/people/[0-9a-f-]+)\">정새미<",
                teacher.get(PEOPLE).body());
        TestPage page = teacher.open(row).press("Make a link for a new password");
        String link = found(
                "id=\"link\">http://[^/]+(/welcome/[^<]+)<", page.response().body());
        TestVisitor elsewhere = server.visitor();
        assertEquals(
                422,
                elsewhere.open(link).type("Password", "short").press("Save").status());
        assertEquals(
                200,
                elsewhere
                        .open(link)
                        .type("Password", "quite new words")
                        .press("Save")
                        .status());
        assertEquals(410, elsewhere.get(link).statusCode());
        student.get("/");
        assertTrue(student.get("/account").uri().getPath().startsWith("/sign-in"), "old sessions are over");
        TestPeople.invited(server.database(), "otherprof", "다른 교수", Role.INSTRUCTOR);
        String prof = found(
                "(/courses/deep-learning/people/[0-9a-f-]+)\">다른 교수<",
                teacher.get(PEOPLE).body());
        assertEquals(409, teacher.post(prof + "/reset", Map.of()).statusCode());
    }

    @Test
    void aTableThatCannotBeReadComesBackWithItsForm() {
        String table = "Vorname;Nachname\nAda;Lovelace\n";
        TestPage refused = teacher.open(PEOPLE).type("or paste a table", table).press("Preview the changes");
        assertEquals(422, refused.status());
        assertEquals(table.strip(), refused.typed("or paste a table").strip());
        assertFalse(refused.texts("#table-problem .problem").isEmpty(), refused.text());
        assertTrue(refused.texts("#file-hint .problem").isEmpty(), "it is said where it was pasted");
        TestPage mended =
                refused.type("or paste a table", "학번,이름\n20991234,한나\n").press("Preview the changes");
        assertTrue(mended.offers("Import the valid rows"), mended.text());
    }

    @Test
    void aPastedTableIsShownFirstAndThenTakenWithoutItsBadLines() {
        String table = "학번\t이름\t분반\n20250001\t임포트\tC\n20250002\t두번째\tC\n20250001\t겹침\tC\n";
        TestPage preview = teacher.open(PEOPLE).type("or paste a table", table).press("Preview the changes");
        assertTrue(preview.text().contains("2 new") && preview.text().contains("1 with a problem"), preview.text());
        assertFalse(teacher.get(PEOPLE).body().contains("임포트"), "nothing is done yet");
        TestPage roster = preview.press("Import the valid rows");
        assertTrue(roster.text().contains("임포트") && roster.text().contains("두번째"), roster.text());
        assertFalse(roster.text().contains("겹침"));
        TestPage moved = teacher.open(PEOPLE)
                .type("or paste a table", "학번\t분반\t학과\n20250001\tD\t통계학과\n")
                .press("Preview the changes");
        assertEquals(List.of("C", "blank"), moved.texts(".import-changed del"), "the old value stands beside the new");
        assertTrue(
                moved.texts(".import-changed td").contains("so far: C → , from now on: D"),
                moved.texts(".import-changed td").toString());
        assertEquals(
                422,
                teacher.open(PEOPLE)
                        .type("or paste a table", "no table")
                        .press("Preview the changes")
                        .status());
    }

    @Test
    void aQuotationMarkThatIsNotClosedTakesNoStudentsWithIt() {
        String table = "학번,이름\n20250011,나하나\n20250012,\"나두리\n20250013,나세찬\n20250014,나네모\n";
        TestPage preview = teacher.open(PEOPLE).type("or paste a table", table).press("Preview the changes");
        assertTrue(preview.texts(".facts span").equals(List.of("1 new", "1 with a problem")), preview.text());
        assertTrue(preview.text().contains("A quotation mark in this row is not closed"), preview.text());
        assertFalse(preview.press("Import the valid rows").text().contains("나두리"), "no name of three rows");
    }

    @Test
    void aNumberIsGivenOnceAndTheLoginOfWhoLeftIsNobodyElses() {
        add("20240030", "한모두", "A");
        assertEquals(
                422,
                teacher.post(PEOPLE, Map.of("studentNumber", "20240030", "officialName", "또", "section", ""))
                        .statusCode());
        TestVisitor leaver = signedUp("leaver", "떠남");
        joins(leaver, codeOf("20240030"));
        leaver.get("/account");
        leaver.post("/account/erasure", Map.of("erasePassword", "long enough"));
        assertFalse(teacher.get(PEOPLE).body().contains("한모두"));
        TestVisitor next = server.visitor();
        next.get("/sign-up");
        assertEquals(
                422,
                next.post("/sign-up", Map.of("name", "다음", "login", "Leaver", "password", "long enough"))
                        .statusCode());
        assertEquals(
                422,
                teacher.post(PEOPLE, Map.of("studentNumber", "20240030", "officialName", "또", "section", ""))
                        .statusCode());
    }

    @Test
    void whoComesInByTheCodeOfTheClassSitsNoExamOfTheRosterUntilStaffHaveFoundTheirNumber() {
        add("20240040", "강하나", "A");
        teacher.get(PEOPLE);
        teacher.post(PEOPLE + "/class-code", Map.of("code", "new"));
        String ofClass =
                found("id=\"class-code\">([A-Z0-9-]+)<", teacher.get(PEOPLE).body());
        TestVisitor second = signedUp("second-self", "두번째 나");
        assertEquals(200, joins(second, ofClass));
        second.get("/");
        assertEquals(403, second.post(QUIZ + "/attempts", Map.of()).statusCode());
        String row = found(
                "(/courses/deep-learning/people/[0-9a-f-]+)\">두번째 나<",
                teacher.get(PEOPLE).body());
        teacher.post(row, Map.of("studentNumber", "20240041", "officialName", "나라", "section", "A"));
        second.get("/");
        assertEquals(200, second.post(QUIZ + "/attempts", Map.of()).statusCode());
    }

    @Test
    void nobodyErasesThemselvesWhileTheirExamRuns() {
        add("20240050", "서둘러", "A");
        TestVisitor student = signedUp("hasty", "서둘러");
        joins(student, codeOf("20240050"));
        TestPage sitting = student.open(QUIZ).press("Start");
        student.get("/account");
        Map<String, String> sure = Map.of("erasePassword", "long enough");
        assertEquals(422, student.post("/account/erasure", sure).statusCode());
        assertEquals(200, student.get(sitting.path()).statusCode());
        student.post(sitting.path().replaceFirst("/questions/1$", "/submission"), Map.of("sure", "true"));
        student.get("/account");
        assertEquals(200, student.post("/account/erasure", sure).statusCode());
        assertTrue(student.get("/account").uri().getPath().startsWith("/sign-in"));
    }
}
