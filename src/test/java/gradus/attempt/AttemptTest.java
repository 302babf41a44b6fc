package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.attempt.Answers.Typed;
import gradus.attempt.AskedQuestion.Place;
import gradus.course.CourseStore;
import gradus.course.Particulars;
import gradus.course.Role;
import gradus.database.Database;
import gradus.database.DatabaseTest;
import gradus.grading.Verdict;
import gradus.web.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.io.TempDir;

class AttemptTest {
    private static final String COURSE = School.COURSE;
    private static final Instant NINE = School.NINE;
    private static final Place FIRST = School.FIRST;
    private static final String TIMED =
            "mode: timed, open_to: anyone, minutes: 60, grace: 60s, closes: 2026-12-01T02:00Z";

    @TempDir
    private Path folder;

    @DatabaseTest
    void pointsOfAnExamAreSpreadOverThePartsAndTheTextWaits(Database database) {
        School school = new School(database, folder, TIMED);
        Attempt attempt = school.begin(school.person("20240001"));
        school.save(attempt, "total", school.product(attempt));
        school.save(attempt, "twice", "2*" + school.product(attempt));
        school.save(attempt, "why", "because");
        school.submissions.submit(school.sitting(attempt));
        Grading grading = school.submissions.grading(attempt).orElseThrow();
        assertEquals(BigFraction.of(6), grading.score(), "half of 4 for the mistake, 4 for following through");
        assertEquals(BigFraction.of(8), grading.graded());
        assertEquals(BigFraction.of(10), grading.points());
        Scores scores = school.submissions.scores(attempt);
        assertEquals(
                List.of("partial product", "follows_through null", "ungraded null"),
                List.of("total", "twice", "why").stream()
                        .map(part -> Objects.requireNonNull(scores.of(FIRST.part(part))))
                        .map(score -> score.verdict() + " " + score.mistake())
                        .toList());
    }

    @DatabaseTest
    void everyResponseStaysAndTheLastOneCounts(Database database) {
        School school = new School(database, folder, TIMED);
        Attempt attempt = school.begin(school.person("20240001"));
        school.save(attempt, "total", "1");
        school.save(attempt, "total", "  2 ");
        school.save(attempt, "total", "");
        assertEquals(
                List.of("1", "  2 ", ""),
                database.store(ResponseStore.class).all(COURSE, attempt.id()).stream()
                        .map(Response::content)
                        .toList());
        QuestionInAttempt asked = school.sitting(attempt).current(1);
        assertEquals("", asked.text(asked.question().part("total")));
    }

    @DatabaseTest
    void whatWasTypedBeforeAnotherWindowAnsweredDoesNotCoverItsAnswer(Database database) {
        School school = new School(database, folder, TIMED);
        Attempt attempt = school.begin(school.person("20240001"));
        school.save(attempt, "total", "5");
        Typed old = new Typed(FIRST.part("total"), "4", 0L);
        assertEquals(List.of(old), school.save(attempt, old));
        assertEquals(List.of(), school.save(attempt, new Typed(FIRST.part("total"), "6", 1L)));
        QuestionInAttempt asked = school.sitting(attempt).current(1);
        assertEquals("6", asked.text(asked.question().part("total")));
    }

    @DatabaseTest
    void savesOfOneAttemptAtOnceAllStay(Database database) throws Exception {
        School school = new School(database, folder, TIMED);
        Attempt attempt = school.begin(school.person("20240001"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<List<Typed>>> saving = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = "text " + i;
            saving.add(threads.submit(() -> school.save(attempt, "why", text)));
        }
        for (Future<List<Typed>> save : saving) {
            assertEquals(List.of(), save.get());
        }
        threads.shutdown();
        assertEquals(
                40,
                database.store(ResponseStore.class).all(COURSE, attempt.id()).size());
    }

    @DatabaseTest
    void theArrivalDecidesWhetherAnAnswerIsInTime(Database database) {
        School school = new School(database, folder, TIMED);
        Attempt attempt = school.begin(school.person("20240001"));
        Instant end = NINE.plus(Duration.ofMinutes(60));
        school.clock.set(end.plusSeconds(60));
        school.save(attempt, "total", school.total(attempt));
        school.clock.set(end.plusSeconds(60).plusMillis(1));
        assertEquals(
                409,
                assertThrows(Refusal.class, () -> school.save(attempt, "total", "1"))
                        .status());
        Sitting ended = school.submissions.endIfOver(school.sitting(attempt));
        assertEquals(end, ended.attempt().submitted());
        assertEquals(Attempt.Ending.TIME, ended.attempt().endedBy());
        assertEquals(
                BigFraction.of(4),
                school.submissions.grading(attempt).orElseThrow().score());
    }

    @DatabaseTest
    void anAttemptBegunLateEndsAtTheClosing(Database database) {
        School school = new School(database, folder, TIMED);
        school.clock.set(NINE.plus(Duration.ofMinutes(90)));
        Attempt attempt = school.begin(school.person("20240001"));
        assertEquals(NINE.plus(Duration.ofHours(2)), school.sitting(attempt).end());
        school.clock.set(NINE.plus(Duration.ofHours(2)));
        assertThrows(Refusal.class, () -> school.begin(school.person("20240002")));
    }

    @DatabaseTest
    void moreTimeInTheFileHoldsForAttemptsThatRunOfWhomTheRosterNamesAndNotOfTheLoginOfThatName(Database database) {
        School school = new School(database, folder, TIMED);
        UUID student = school.person("kim");
        Attempt attempt = school.begin(student);
        Attempt pretender = school.begin(school.person("20240001"));
        CourseStore roster = database.save(CourseStore.class);
        roster.enrol(COURSE, student, Role.STUDENT, NINE);
        roster.describe(COURSE, student, new Particulars("20240001", null, null, null, null, null));
        school.policy(
                "mode: timed, open_to: anyone, minutes: 60, grace: 0s, exceptions: [{students: ['20240001'], minutes: 90}]");
        assertEquals(NINE.plus(Duration.ofMinutes(90)), school.sitting(attempt).end());
        assertEquals(
                NINE.plus(Duration.ofMinutes(60)), school.sitting(pretender).end());
    }

    @DatabaseTest
    void nobodySeesAGradingWhileAStudentWhoWasGivenALaterWindowStillSits(Database database) {
        School school = new School(database, folder, TIMED + ", feedback: after-close");
        Attempt attempt = school.begin(school.person("20240001"));
        school.submissions.submit(school.sitting(attempt));
        school.policy(TIMED + ", feedback: after-close,"
                + " exceptions: [{students: ['20240002'], closes: 2026-12-03T02:00Z}]");
        assertFalse(school.sitting(attempt).schedule().showsFeedback(NINE.plus(Duration.ofDays(2))));
        assertTrue(school.sitting(attempt).schedule().showsFeedback(NINE.plus(Duration.ofDays(3))));
    }

    @DatabaseTest
    void closingByAnInstructorEndsAttemptsThatRun(Database database) {
        School school = new School(database, folder, TIMED);
        UUID person = school.person("20240001");
        Attempt attempt = school.begin(person);
        school.clock.set(NINE.plusSeconds(600));
        school.exams.close(COURSE, "quiz", person);
        assertEquals(school.clock.instant(), school.sitting(attempt).end());
    }

    @DatabaseTest
    void startingTwiceGoesOnWithTheSameAttemptAndOneIsAllThereIs(Database database) {
        School school = new School(database, folder, TIMED);
        UUID person = school.person("20240001");
        Attempt attempt = school.begin(person);
        assertEquals(attempt.id(), school.begin(person).id());
        school.submissions.submit(school.sitting(attempt));
        assertEquals(
                409, assertThrows(Refusal.class, () -> school.begin(person)).status());
    }

    @DatabaseTest
    void anAttemptKeepsItsNumbersAndItsQuestionWhateverTheFileSaysLater(Database database) {
        School school = new School(database, folder, TIMED);
        Attempt attempt = school.begin(school.person("20240001"));
        String total = school.total(attempt);
        school.files.write("questions/sum.yaml", """
                id: sum
                title: Difference
                params: {c: 'randint(1, 5)'}
                prompt: 'Take {{c}} from 9.'
                parts: [{id: rest, type: integer, points: 1, expect: 9 - c}]
                """);
        school.bank.load();
        assertEquals(total, school.total(attempt));
        school.save(attempt, "total", total);
        school.submissions.submit(school.sitting(attempt));
        assertEquals(
                BigFraction.of(4),
                school.submissions.grading(attempt).orElseThrow().score());
    }

    @DatabaseTest
    void aBrokenFileLeavesTheLastGoodRevisionStanding(Database database) {
        School school = new School(database, folder, TIMED);
        school.files.write("questions/sum.yaml", "id: sum\nprompt: [");
        school.files.write("quiz.yaml", "id: quiz\ntitle: Quiz\npolicy: {mode: sometimes}\nquestions: []\n");
        school.bank.load();
        assertEquals(
                Set.of("sum.yaml", "quiz.yaml"),
                school.bank.problems(COURSE).stream()
                        .map(problem -> problem.file())
                        .collect(Collectors.toSet()));
        assertEquals(60, school.quiz().exam().policy().limits().minutes());
        school.begin(school.person("20240001"));
    }

    @DatabaseTest
    void aWrongTryAndAHintCostInPracticeAndBlankAndRightOnesDoNot(Database database) {
        School school = new School(database, folder, "mode: practice, penalty: 0.1");
        Attempt attempt = school.begin(school.person(null));
        Sitting sitting = school.sitting(attempt);
        school.answers.note(sitting, FIRST, Event.Kind.CHECK, "total", school.clock.instant());
        school.answers.note(sitting, FIRST, Event.Kind.CHECK, "", school.clock.instant());
        school.answers.note(sitting, FIRST, Event.Kind.HINT, "1", school.clock.instant());
        assertEquals(1, school.sitting(attempt).current(1).triesUsed());
        school.save(attempt, "total", school.total(attempt));
        school.save(attempt, "twice", "2*" + school.total(attempt));
        school.submissions.submit(school.sitting(attempt));
        assertEquals(
                BigFraction.of(56, 10),
                school.submissions.grading(attempt).orElseThrow().score(),
                "4 × (1 − 0.1 − 0.25) and 4 × (1 − 0.25)");
    }

    @DatabaseTest
    void ofSeveralVariantsTheBestCountsAndASolutionEndsIts(Database database) {
        School school = new School(database, folder, "mode: practice");
        Attempt attempt = school.begin(school.person(null));
        school.save(attempt, "total", school.total(attempt));
        school.answers.note(school.sitting(attempt), FIRST, Event.Kind.SOLUTION, "", school.clock.instant());
        assertEquals(
                422,
                assertThrows(Refusal.class, () -> school.save(attempt, "twice", "1"))
                        .status());
        Sitting sitting = school.sitting(attempt);
        school.attempts.another(sitting, sitting.current(1));
        QuestionInAttempt second = school.sitting(attempt).current(1);
        assertEquals(new Place(1, 2), second.place());
        assertNotEquals(sitting.current(1).row().seed(), second.row().seed());
        school.submissions.submit(school.sitting(attempt));
        PartScore total =
                Objects.requireNonNull(school.submissions.scores(attempt).of(FIRST.part("total")));
        assertEquals(Verdict.CORRECT.word(), total.verdict());
    }

    @DatabaseTest
    void whatAGuestHasDoneCanBeHandedToThePersonWhoSignsIn(Database database) {
        School school = new School(database, folder, "mode: practice");
        UUID guest = school.person(null);
        UUID person = school.person("20240001");
        Attempt theirs = school.begin(person);
        Attempt guests = school.begin(guest);
        assertEquals(1, school.attempts.claim(guest, person));
        assertEquals(
                Set.of(theirs.id(), guests.id()),
                school.attempts.of(person).stream().map(Attempt::id).collect(Collectors.toSet()));
        assertEquals(List.of(), school.attempts.of(guest));
    }
}
