package gradus.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.account.AccountStore;
import gradus.bank.Bank;
import gradus.bank.BankFolder;
import gradus.course.CourseStore;
import gradus.course.Particulars;
import gradus.course.Role;
import gradus.database.Database;
import gradus.expression.value.Value;
import gradus.question.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exam files of a course, from the folder to what students may begin and staff are told. */
class ExamsTest {
    private static final String COURSE = "deep-learning";
    private static final Instant NINE = Instant.parse("2026-12-01T00:00:00Z");
    private static final String DRAWN = "title: Q\nprompt: P\nparams: {x: 'randint(1, 99)'}\n"
            + "parts: [{id: a, type: integer, expect: x}, {id: t, type: text, answer: Said.}]\n";

    @TempDir
    private Path folder;

    private Database database;
    private Bank bank;
    private Exams exams;

    @BeforeEach
    void open() throws IOException {
        database = Database.inFolder(Files.createDirectory(folder.resolve("data")));
        Clock clock = Clock.fixed(NINE, ZoneOffset.UTC);
        bank = new Bank(database, clock, List.of(BankFolder.at(folder.resolve("bank"))));
        exams = new Exams(database, bank, clock);
        question("q", DRAWN);
    }

    @AfterEach
    void close() {
        bank.close();
        database.close();
    }

    private void question(String id, String fields) throws IOException {
        write("questions/" + id + ".yaml", "id: " + id + "\n" + fields);
    }

    private void exam(String id, String policy, String questions) throws IOException {
        write(
                id + ".yaml",
                "id: " + id + "\ntitle: Exam " + id + "\npolicy: {" + policy + "}\nquestions: [" + questions + "]\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("bank").resolve(COURSE).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Loads the bank again and returns what is wrong with its files. */
    private List<String> load() {
        bank.load();
        return said(bank.problems(COURSE));
    }

    private static List<String> said(List<Problem> problems) {
        return problems.stream().map(problem -> problem.in(Locale.ENGLISH)).toList();
    }

    private List<String> findings() {
        return exams.findings(COURSE).stream()
                .map(CompletableFuture::join)
                .flatMap(found -> said(found).stream())
                .toList();
    }

    private PublishedExam find(String id) {
        return exams.find(COURSE, id).orElseThrow();
    }

    private static void assertOnly(List<String> problems, String place, String words) {
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(place) && problems.get(0).contains(words), problems.toString());
    }

    @Test
    void anExamThatNobodyCouldBeginIsNotTakenIn() throws IOException {
        exam("e", "mode: practice", "{question: gone, points: 1}");
        assertOnly(load(), "e.yaml:4:24", "no question \"gone\"");
        exam("e", "mode: practice", "{question: q, points: 1, with: {x: 2, y: 3}}");
        assertOnly(load(), "e.yaml:4:", "no parameter \"y\"");
        question("q", DRAWN + "require: [x > 100]\n");
        exam("e", "mode: practice", "{question: q, points: 1}");
        assertOnly(load(), "e.yaml:4:13", "nobody could begin this exam");
        assertTrue(exams.find(COURSE, "e").isEmpty());
        assertEquals(List.of(), exams.of(COURSE));
    }

    @Test
    void aFileThatNoLongerReadsLeavesItsLastGoodRevisionStanding() throws IOException {
        exam("e", "mode: practice", "{question: q, points: 3}");
        assertEquals(List.of(), load());
        String revision = find("e").revision();
        exam("e", "mode: exercise", "{question: q, points: 4}");
        assertEquals(1, load().size());
        assertEquals(revision, find("e").revision());
        assertEquals(BigFraction.of(3), find("e").exam().points());
    }

    @Test
    void anAttemptKeepsTheQuestionsItBeganWithUnderThePolicyOfToday() throws IOException {
        exam("e", "mode: timed, feedback: after-submit, minutes: 60", "{question: q, points: 3}");
        load();
        String began = find("e").revision();
        exam("e", "mode: timed, feedback: after-submit, minutes: 90", "{question: q, points: 5}");
        load();
        exams.close(COURSE, "e", UUID.randomUUID());
        PublishedExam sat = exams.begun(COURSE, "e", began);
        assertEquals(began, sat.revision());
        assertEquals(BigFraction.of(3), sat.exam().points());
        assertEquals(90, sat.exam().policy().limits().minutes());
        assertEquals(
                Schedule.Phase.AFTER,
                sat.schedule(Candidate.GUEST).phase(NINE.plusSeconds(1)),
                "the instructor's word holds for attempts that run");
        assertEquals(BigFraction.of(5), find("e").exam().points());
        assertThrows(IllegalStateException.class, () -> exams.begun(COURSE, "other", began));
    }

    @Test
    void theLastWordOfAnInstructorCounts() throws IOException {
        exam("e", "mode: timed, feedback: after-submit, opens: 2026-12-02T00:00Z", "{question: q, points: 1}");
        load();
        UUID by = UUID.randomUUID();
        assertEquals(Schedule.Phase.BEFORE, phase());
        exams.open(COURSE, "e", by);
        assertEquals(Schedule.Phase.OPEN, phase());
        exams.close(COURSE, "e", by);
        assertEquals(Schedule.Phase.AFTER, phase());
        exams.open(COURSE, "e", by);
        assertEquals(Schedule.Phase.OPEN, phase());
        exams.leaveToFile(COURSE, "e", by);
        assertEquals(Schedule.Phase.BEFORE, phase());
        assertEquals(NINE, find("e").control().since());
    }

    private Schedule.Phase phase() {
        return find("e").schedule(Candidate.GUEST).phase(NINE);
    }

    @Test
    void aQuestionThatBreaksAfterItsExamIsSaidBeforeAnybodyOpensIt() throws IOException {
        exam("e", "mode: practice", "{question: q, points: 1}");
        assertEquals(List.of(), load());
        assertEquals(List.of(), said(exams.hindrances(find("e"))));
        question("q", DRAWN + "require: [x > 100]\n");
        assertEquals(List.of(), load(), "the exam's own file has not changed");
        assertOnly(said(exams.hindrances(find("e"))), "e.yaml:4:13", "cannot be drawn");
        assertOnly(findings(), "e.yaml:4:13", "cannot be drawn");
    }

    @Test
    void staffAreToldWhatAnAuthorWillNotHaveMeant() throws IOException {
        exam("twice", "mode: practice", "{question: q, points: 1}, {question: q, points: 1}");
        load();
        assertOnly(findings(), "twice.yaml:4:50", "asked twice");
        exam("twice", "mode: practice", "{question: q, points: 0}");
        load();
        assertOnly(findings(), "twice.yaml:4:12", "0 points");
        question(
                "q",
                DRAWN.replace("expect: x}", "expect: x, points: 0}").replace("type: text", "type: text, points: 0"));
        exam("twice", "mode: practice", "{question: q, points: 2}");
        load();
        assertOnly(findings(), "twice.yaml:4:35", "has points here");
    }

    @Test
    void aWindowMustEndAfterItBegins() throws IOException {
        String opens = "mode: timed, feedback: after-submit, opens: 2026-12-01T09:00Z";
        exam("e", opens + ", closes: 2026-12-01T09:00Z", "{question: q, points: 1}");
        load();
        assertOnly(findings(), "e.yaml:3:", "closes before it opens");
        exam("e", opens + ", closes: 2026-12-01T09:00:01Z", "{question: q, points: 1}");
        load();
        assertEquals(List.of(), findings());
        exam("e", opens, "{question: q, points: 1}");
        load();
        assertEquals(List.of(), findings());
    }

    @Test
    void aTimedExamThatNeverClosesMustNotKeepItsFeedbackUntilItDoes() throws IOException {
        exam("e", "mode: timed", "{question: q, points: 1}");
        load();
        assertOnly(findings(), "e.yaml:3:", "feedback: after-submit");
        exam("e", "mode: timed, closes: 2026-12-01T09:00Z", "{question: q, points: 1}");
        load();
        assertEquals(List.of(), findings());
    }

    @Test
    void allowancesNameStudentsWhomTheRosterKnows() throws IOException {
        UUID student = UUID.randomUUID();
        database.save(AccountStore.class)
                .insert(new AccountStore.NewPerson(student, "김하나", "hana", null, "-", false, NINE, null));
        database.save(CourseStore.class).enrol(COURSE, student, Role.STUDENT, NINE);
        database.save(CourseStore.class)
                .describe(COURSE, student, new Particulars("20240001", null, "A", null, null, null));
        exam(
                "e",
                "mode: timed, feedback: after-submit, minutes: 60,"
                        + " allowances: [{students: ['20240001', nobody], sections: [A], factor: 2}]",
                "{question: q, points: 1}");
        load();
        assertOnly(findings(), "e.yaml:3:", "called nobody");
    }

    @Test
    void aKeyThatPracticeShowsBeforeTheExamIsOverIsTold() throws IOException {
        String dates = "mode: timed, opens: 2026-12-02T00:00Z, closes: 2026-12-02T02:00Z";
        exam("final", dates, "{question: q, points: 1}");
        exam("practice", "mode: practice", "{question: q, points: 1}");
        load();
        assertOnly(findings(), "final.yaml:4:24", "practice, which is open before this exam is over: t");
        exam("final", dates, "{question: q, points: 1, with: {x: 7}}");
        exam("practice", "mode: practice", "{question: q, points: 1, with: {x: 7}}");
        load();
        assertOnly(findings(), "final.yaml:4:24", "over: a, t");
        exam("practice", "mode: practice, opens: 2026-12-02T02:00Z", "{question: q, points: 1, with: {x: 7}}");
        load();
        assertEquals(List.of(), findings(), "practice begins when the exam is over");
        exam("practice", dates, "{question: q, points: 1, with: {x: 7}}");
        load();
        assertEquals(List.of(), findings(), "two timed exams tell nothing");
    }

    @Test
    void whatOnlyTheFixedParametersOfAnExamShowIsSaidAtItsEntry() throws IOException {
        question(
                "half",
                "title: H\nprompt: '{{x}}'\nparams: {x: 'pick(2, 4)'}\n"
                        + "parts: [{id: a, type: integer, expect: x/2, mistakes: [{id: square, expect: x^2/4, say: s}]}]\n"
                        + "require: [x != 2]\n");
        exam("e", "mode: practice", "{question: half, points: 1}, {question: q, points: 1, with: {x: 1}}");
        assertEquals(List.of(), load());
        assertEquals(List.of(), findings());
        exam("e", "mode: practice", "{question: q, points: 1}, {question: half, points: 1, with: {x: 3}}");
        load();
        List<String> found = findings();
        assertTrue(
                found.stream()
                        .anyMatch(said -> said.startsWith("e.yaml:4:") && said.contains("half, as this exam fixes it")),
                found.toString());
    }

    @Test
    void fixedParametersAreExpressionsAndMustBeSo() throws IOException {
        exam("e", "mode: practice", "{question: q, points: 1, with: {x: 2^5}}");
        assertEquals(List.of(), load());
        ExamEntry entry = find("e").exam().entry("q").orElseThrow();
        assertEquals(Value.of(32), entry.with().get("x"));
        assertTrue(find("e").exam().entry("other").isEmpty());
        exam("e", "mode: practice", "{question: q, points: 1, with: {x: 1/0 +}}");
        assertOnly(load(), "e.yaml:4:", "");
    }

    @Test
    void examsOfACourseComeInTheOrderOfTheirNames() throws IOException {
        exam("b", "mode: practice", "{question: q, points: 1}");
        exam("a", "mode: practice", "{question: q, points: 1}");
        load();
        assertEquals(
                List.of("a", "b"),
                exams.of(COURSE).stream().map(offered -> offered.exam().id()).toList());
        assertEquals(Set.of(), Set.copyOf(exams.of("other")));
        assertEquals(Duration.ofSeconds(60), find("a").exam().policy().grace());
    }
}
