package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.attempt.Attempt.Ending;
import gradus.attempt.Deadline.Cause;
import gradus.attempt.invigilation.Sweep;
import gradus.database.Database;
import gradus.database.DatabaseTest;
import gradus.demo.SetClock;
import gradus.exam.SteadyClock;
import gradus.web.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deadline in force: who moves it, who sees it, and what ends by it. */
class DeadlineTest {
    private static final String HOUR = "mode: timed, open_to: anyone, minutes: 60, grace: 60s";
    private static final Instant TEN = School.NINE.plus(Duration.ofHours(1));

    @TempDir
    private Path folder;

    /** Breaks what the grading reads. */
    public interface Damage {
        @SqlUpdate("UPDATE attempt_question SET params = '{' WHERE attempt = :attempt")
        void breakParameters(UUID attempt);
    }

    private static List<Cause> causes(School school, Attempt attempt) {
        return school.deadlines.changes(attempt).stream()
                .map(DeadlineChange::cause)
                .toList();
    }

    @DatabaseTest
    void aClosingMovesTheDeadlineOfAllWhoSitAtOnceAndAnAttemptCanBeReopenedWithWhatItHadLeft(Database database) {
        School school = new School(database, folder, HOUR);
        UUID staff = school.person("staff");
        Attempt attempt = school.begin(school.person("20240001"));
        school.save(attempt, "total", "5");
        school.clock.set(School.NINE.plusSeconds(600));
        school.exams.close(School.COURSE, "quiz", staff);
        assertEquals(
                school.clock.instant(),
                school.attempts.find(attempt.id()).orElseThrow().deadline().due());
        school.clock.set(School.NINE.plusSeconds(661));
        school.sweep.run();
        Attempt ended = school.attempts.find(attempt.id()).orElseThrow();
        assertEquals(Ending.CLOSING, ended.endedBy());
        assertThrows(Refusal.class, () -> school.save(attempt, "total", "6"));
        school.clock.set(School.NINE.plusSeconds(900));
        school.deadlines.reopen(ended, null, "closed by mistake", staff);
        Attempt again = school.sitting(attempt).attempt();
        assertTrue(again.isRunning());
        assertEquals(School.NINE.plusSeconds(900 + 3000), again.deadline().due(), "fifty minutes were left");
        school.save(attempt, "total", "6");
        assertTrue(
                school.submissions.endIfOver(school.sitting(attempt)).attempt().isRunning());
        school.submissions.submit(school.sitting(attempt));
        assertEquals(List.of(Cause.START, Cause.CLOSING, Cause.REOPENING), causes(school, attempt));
        assertEquals(staff, school.deadlines.changes(attempt).get(1).saidBy());
        assertEquals(
                "closed by mistake", school.deadlines.changes(attempt).get(2).reason());
        assertEquals(2, school.submissions.grading(attempt).orElseThrow().number());
    }

    @DatabaseTest
    void aPauseStopsEverybodysTimeAndGoingOnGivesItBack(Database database) {
        School school = new School(database, folder, HOUR);
        UUID staff = school.person("staff");
        Attempt attempt = school.begin(school.person("20240001"));
        school.clock.set(School.NINE.plusSeconds(600));
        school.invigilation.pause(school.quiz(), true, "fire alarm", staff);
        school.exams.changed(School.COURSE, "quiz", staff);
        assertNull(school.attempts.find(attempt.id()).orElseThrow().deadline().due());
        school.clock.set(TEN.plusSeconds(3600));
        school.sweep.run();
        assertTrue(school.attempts.find(attempt.id()).orElseThrow().isRunning());
        school.save(attempt, "total", "5");
        school.invigilation.pause(school.quiz(), false, "", staff);
        school.exams.changed(School.COURSE, "quiz", staff);
        assertEquals(
                school.clock.instant().plusSeconds(3000),
                school.attempts.find(attempt.id()).orElseThrow().deadline().due());
        assertEquals(List.of(Cause.START, Cause.PAUSE, Cause.RESUMPTION), causes(school, attempt));
    }

    @DatabaseTest
    void whatComesWithinTheGraceIsKeptAndMarkedLate(Database database) {
        School school = new School(database, folder, HOUR);
        Attempt attempt = school.begin(school.person("20240001"));
        school.clock.set(TEN);
        school.save(attempt, "total", "5");
        school.clock.set(TEN.plusMillis(1));
        school.save(attempt, "total", "6");
        List<Save> saves = database.store(ResponseStore.class).history(School.COURSE, attempt.id());
        assertEquals(List.of(false, true), saves.stream().map(Save::late).toList());
        school.clock.set(TEN.plusSeconds(61));
        school.sweep.run();
        Attempt ended = school.attempts.find(attempt.id()).orElseThrow();
        assertEquals(TEN, ended.submitted());
        assertEquals(Ending.TIME, ended.endedBy());
    }

    @DatabaseTest
    void oneAttemptThatCannotBeGradedHoldsNoOtherUpAndStaffAreTold(Database database) {
        School school = new School(database, folder, HOUR);
        Attempt broken = school.begin(school.person("20240001"));
        school.clock.set(School.NINE.plusSeconds(1));
        Attempt sound = school.begin(school.person("20240002"));
        database.save(Damage.class).breakParameters(broken.id());
        School restarted = new School(database, folder, HOUR);
        restarted.clock.set(TEN.plusSeconds(120));
        restarted.sweep.run();
        restarted.sweep.run();
        assertTrue(restarted.attempts.find(broken.id()).orElseThrow().isRunning());
        assertFalse(restarted.attempts.find(sound.id()).orElseThrow().isRunning());
        assertTrue(database.store(DeadlineStore.class)
                .trouble(School.COURSE, broken.id())
                .isPresent());
    }

    @DatabaseTest
    void aClockThatJumpsEndsNoCrowdUntilStaffAcceptIt(Database database) {
        School school = new School(database, folder, HOUR);
        AtomicLong nanos = new AtomicLong();
        SteadyClock steady = new SteadyClock(school.clock, nanos::get);
        Attempts attempts = new Attempts(database, school.bank, school.exams, steady);
        Submissions submissions =
                new Submissions(database, attempts, new Deadlines(database, attempts, steady), steady);
        Sweep sweep = new Sweep(database, attempts, submissions, steady);
        List<Attempt> crowd = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            crowd.add(school.begin(school.person("student " + i)));
        }
        school.clock.set(School.NINE.plus(Duration.ofHours(2)));
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        sweep.run();
        assertTrue(
                crowd.stream().allMatch(each -> school.sitting(each).attempt().isRunning()));
        assertEquals(School.NINE.plusSeconds(10), steady.instant());
        steady.accept();
        sweep.run();
        assertTrue(
                crowd.stream().noneMatch(each -> school.sitting(each).attempt().isRunning()));
    }

    @Test
    void aClockThatIsSetABitOrRunsOnIsFollowed() {
        SetClock wall = new SetClock(School.NINE);
        AtomicLong nanos = new AtomicLong();
        SteadyClock steady = new SteadyClock(wall, nanos::get);
        wall.set(School.NINE.plusSeconds(20));
        assertEquals(School.NINE.plusSeconds(20), steady.instant());
        wall.set(TEN);
        nanos.addAndGet(Duration.ofMinutes(59).toNanos());
        assertEquals(School.NINE.plusSeconds(20 + 59 * 60), steady.instant());
        assertEquals(Duration.ofSeconds(40), steady.held());
        wall.set(TEN.plusSeconds(30));
        assertEquals(Duration.ofSeconds(40), held(steady), "half a minute is still followed");
        wall.set(TEN.plusSeconds(60).plusMillis(1));
        assertEquals(Duration.ofSeconds(70).plusMillis(1), held(steady));
    }

    /** What a clock holds back once it has looked at the machine's. */
    private static Duration held(SteadyClock steady) {
        steady.instant();
        return steady.held();
    }
}
