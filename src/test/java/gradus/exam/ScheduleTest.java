package gradus.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant NINE = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));
    private static final Candidate LATE = new Candidate(null, "20240001", null);
    private static final Candidate ILL = new Candidate(null, "20240002", "B");
    private static final Limits WINDOW = new Limits(NINE, ELEVEN, 75, 1);

    @Test
    void anExamIsOpenFromItsOpeningUntilJustBeforeItsClosing() {
        Schedule schedule = schedule(WINDOW, FeedbackTime.AFTER_SUBMIT);
        assertEquals(Schedule.Phase.BEFORE, schedule.phase(NINE.minusMillis(1)));
        assertEquals(Schedule.Phase.OPEN, schedule.phase(NINE));
        assertEquals(Schedule.Phase.OPEN, schedule.phase(ELEVEN.minusMillis(1)));
        assertEquals(Schedule.Phase.AFTER, schedule.phase(ELEVEN));
    }

    @Test
    void anAttemptEndsAtTheEarlierOfItsMinutesAndTheClosing() {
        Schedule schedule = schedule(WINDOW, FeedbackTime.AFTER_SUBMIT);
        assertEquals(NINE.plus(Duration.ofMinutes(75)), schedule.endOf(NINE));
        assertEquals(ELEVEN, schedule.endOf(ELEVEN.minusSeconds(60)));
        assertNull(schedule(Limits.NONE, FeedbackTime.AFTER_SUBMIT).endOf(NINE));
    }

    @Test
    void whatWasOnItsWayIsTakenForTheGrace() {
        Schedule schedule = schedule(WINDOW, FeedbackTime.AFTER_SUBMIT);
        Instant end = NINE.plus(Duration.ofMinutes(75));
        assertEquals(end.plusSeconds(60), schedule.takesUntil(schedule.endOf(NINE)));
        assertNull(schedule(Limits.NONE, FeedbackTime.AFTER_SUBMIT).takesUntil(null));
    }

    @Test
    void attemptsRunOut() {
        Schedule schedule = schedule(WINDOW, FeedbackTime.AFTER_SUBMIT);
        assertTrue(schedule.mayStart(NINE, 0));
        assertFalse(schedule.mayStart(NINE, 1));
        assertEquals(0, schedule.attemptsLeft(2));
        assertTrue(schedule(Limits.NONE, FeedbackTime.AFTER_SUBMIT).mayStart(NINE, 1000));
    }

    @Test
    void namedStudentsComeBeforeSectionsAndSectionsBeforeEveryone() {
        Policy policy = policy(
                WINDOW,
                FeedbackTime.AFTER_SUBMIT,
                new Allowance(Set.of(), Set.of("B"), new Limits(null, null, 90, 2)),
                new Allowance(Set.of("20240002"), Set.of(), new Limits(null, ELEVEN.plusSeconds(3600), 120, null)));
        assertEquals(new Limits(NINE, ELEVEN.plusSeconds(3600), 120, 2), policy.limitsOf(ILL));
        assertEquals(WINDOW, policy.limitsOf(LATE));
        assertEquals(WINDOW, policy.limitsOf(Candidate.GUEST));
    }

    @Test
    void feedbackAfterTheCloseWaitsForTheLastWindowOfAllStudentsAndItsGrace() {
        Instant later = ELEVEN.plus(Duration.ofDays(2));
        Policy policy = policy(
                WINDOW,
                FeedbackTime.AFTER_CLOSE,
                new Allowance(Set.of("20240002"), Set.of(), new Limits(null, later, null, null)));
        Schedule others = Schedule.of(policy, ManualOpening.NONE, Pauses.NONE, LATE);
        assertFalse(others.showsFeedback(ELEVEN.plus(Duration.ofDays(1))));
        assertFalse(others.showsFeedback(later.plusSeconds(59)));
        assertTrue(others.showsFeedback(later.plusSeconds(60)));
    }

    @Test
    void feedbackAfterTheCloseOfAnExamThatNeverClosesWaitsUntilAnInstructorClosesIt() {
        Policy policy = policy(Limits.NONE, FeedbackTime.AFTER_CLOSE);
        assertFalse(Schedule.of(policy, ManualOpening.NONE, Pauses.NONE, LATE).showsFeedback(ELEVEN));
        ManualOpening closed = new ManualOpening(ManualOpening.State.CLOSED, NINE);
        assertTrue(Schedule.of(policy, closed, Pauses.NONE, LATE).showsFeedback(ELEVEN));
    }

    @Test
    void feedbackIsAtOnceOrNeverAsThePolicySays() {
        assertTrue(schedule(WINDOW, FeedbackTime.AT_ONCE).showsFeedback(NINE));
        assertTrue(schedule(WINDOW, FeedbackTime.AFTER_SUBMIT).showsFeedback(NINE));
        assertFalse(schedule(WINDOW, FeedbackTime.NEVER).showsFeedback(Instant.MAX));
    }

    @Test
    void anInstructorOpensBeforeTheFileDoesAndTheFilesClosingStands() {
        ManualOpening open = new ManualOpening(ManualOpening.State.OPEN, NINE.minusSeconds(600));
        Schedule schedule = Schedule.of(policy(WINDOW, FeedbackTime.AFTER_SUBMIT), open, Pauses.NONE, LATE);
        assertEquals(Schedule.Phase.OPEN, schedule.phase(NINE.minusSeconds(300)));
        assertEquals(Schedule.Phase.AFTER, schedule.phase(ELEVEN));
    }

    @Test
    void anInstructorOpensAgainAfterTheClosing() {
        ManualOpening open = new ManualOpening(ManualOpening.State.OPEN, ELEVEN.plusSeconds(600));
        Schedule schedule = Schedule.of(policy(WINDOW, FeedbackTime.AFTER_SUBMIT), open, Pauses.NONE, LATE);
        assertEquals(Schedule.Phase.OPEN, schedule.phase(ELEVEN.plusSeconds(700)));
        assertEquals(ELEVEN.plusSeconds(700).plus(Duration.ofMinutes(75)), schedule.endOf(ELEVEN.plusSeconds(700)));
    }

    @Test
    void closingEndsAttemptsThatRun() {
        Instant closing = NINE.plusSeconds(600);
        ManualOpening closed = new ManualOpening(ManualOpening.State.CLOSED, closing);
        Schedule schedule = Schedule.of(policy(WINDOW, FeedbackTime.AFTER_SUBMIT), closed, Pauses.NONE, LATE);
        assertEquals(closing, schedule.endOf(NINE));
        assertEquals(Schedule.Phase.AFTER, schedule.phase(closing));
    }

    @Test
    void aPauseMovesTheEndOfWhoSitsAndAClosingByHandEndsThemAllTheSame() {
        Instant ten = NINE.plusSeconds(3600);
        Pauses pauses = Pauses.of(List.of(
                new Pauses.Said(true, NINE.plusSeconds(600)),
                new Pauses.Said(true, NINE.plusSeconds(700)),
                new Pauses.Said(false, NINE.plusSeconds(900)),
                new Pauses.Said(true, ten)));
        Policy policy = policy(WINDOW, FeedbackTime.AFTER_SUBMIT);
        Schedule lasting = Schedule.of(policy, ManualOpening.NONE, pauses, LATE);
        assertNull(lasting.endOf(NINE), "nobody's time runs while the exam stands still");
        assertFalse(lasting.mayStart(ten.plusSeconds(1), 0));
        Pauses over = Pauses.of(List.of(
                new Pauses.Said(true, NINE.plusSeconds(600)),
                new Pauses.Said(false, NINE.plusSeconds(900)),
                new Pauses.Said(true, ELEVEN.plusSeconds(3600)),
                new Pauses.Said(false, ELEVEN.plusSeconds(7200))));
        Schedule after = Schedule.of(policy, ManualOpening.NONE, over, LATE);
        assertEquals(NINE.plusSeconds(75 * 60 + 300), after.endOf(NINE));
        assertEquals(
                NINE.plusSeconds(700 + 75 * 60 + 200), after.endOf(NINE.plusSeconds(700)), "who came in meanwhile");
        assertEquals(NINE.plusSeconds(1000 + 75 * 60), after.endOf(NINE.plusSeconds(1000)));
        ManualOpening closed = new ManualOpening(ManualOpening.State.CLOSED, ten);
        assertEquals(ten, Schedule.of(policy, closed, over, LATE).endOf(NINE));
        assertEquals(ten, Schedule.of(policy, closed, pauses, LATE).endOf(NINE));
    }

    @Test
    void anAttemptThatWasReopenedEndsWhenStaffSaidOrAtAClosingSince() {
        Instant reopened = ELEVEN.plusSeconds(60);
        Instant until = reopened.plusSeconds(600);
        Policy policy = policy(WINDOW, FeedbackTime.AFTER_SUBMIT);
        ManualOpening before = new ManualOpening(ManualOpening.State.CLOSED, NINE);
        ManualOpening since = new ManualOpening(ManualOpening.State.CLOSED, reopened.plusSeconds(60));
        assertEquals(until, Schedule.of(policy, before, Pauses.NONE, LATE).endOfReopened(reopened, until));
        assertEquals(
                reopened.plusSeconds(60),
                Schedule.of(policy, since, Pauses.NONE, LATE).endOfReopened(reopened, until));
    }

    @Test
    void anExamIsOpenToSomebodyFromTheFirstWindowToTheGraceOfTheLast() {
        Instant later = ELEVEN.plus(Duration.ofDays(2));
        Schedule two = Schedule.of(
                policy(
                        WINDOW,
                        FeedbackTime.AFTER_SUBMIT,
                        new Allowance(
                                Set.of("20240002"), Set.of(), new Limits(later, later.plusSeconds(3600), null, null))),
                ManualOpening.NONE,
                Pauses.NONE,
                LATE);
        assertFalse(two.isOpenToSomebody(NINE.minusMillis(1)));
        assertTrue(two.isOpenToSomebody(NINE));
        assertTrue(two.isOpenToSomebody(ELEVEN.plusSeconds(60).minusMillis(1)), "what is on its way");
        assertFalse(two.isOpenToSomebody(ELEVEN.plusSeconds(60)), "between the windows");
        assertTrue(two.isOpenToSomebody(later));
        assertFalse(two.isOpenToSomebody(later.plusSeconds(3660)));
        assertTrue(schedule(Limits.NONE, FeedbackTime.AFTER_SUBMIT).isOpenToSomebody(NINE), "without dates");
    }

    @Test
    void aPauseKeepsAnExamOpenForItsLength() {
        Policy policy = policy(WINDOW, FeedbackTime.AFTER_SUBMIT);
        Pauses over = Pauses.of(List.of(new Pauses.Said(true, NINE), new Pauses.Said(false, NINE.plusSeconds(300))));
        Schedule after = Schedule.of(policy, ManualOpening.NONE, over, LATE);
        assertTrue(after.isOpenToSomebody(ELEVEN.plusSeconds(359)));
        assertFalse(after.isOpenToSomebody(ELEVEN.plusSeconds(360)));
        Pauses lasting = Pauses.of(List.of(new Pauses.Said(true, NINE)));
        assertTrue(Schedule.of(policy, ManualOpening.NONE, lasting, LATE).isOpenToSomebody(Instant.MAX));
    }

    @Test
    void resultsThatAreReleasedWaitUntilNobodyCanSitTheExam() {
        Schedule shown = schedule(WINDOW, FeedbackTime.NEVER).under(Release.SHOWN);
        assertFalse(shown.showsFeedback(ELEVEN.plusSeconds(59)));
        assertTrue(shown.showsFeedback(ELEVEN.plusSeconds(60)));
        Schedule atOnce = schedule(WINDOW, FeedbackTime.AT_ONCE);
        assertTrue(atOnce.under(Release.SHOWN).showsFeedback(NINE), "as its file says");
        assertFalse(atOnce.under(Release.HELD).showsFeedback(Instant.MAX));
    }

    @Test
    void anExamIsUnderWayWhereItIsTimedAndDatedOrOpenedAndOpenToSomebody() {
        ManualOpening opened = new ManualOpening(ManualOpening.State.OPEN, NINE);
        Policy dated = policy(WINDOW, FeedbackTime.AFTER_SUBMIT);
        assertFalse(published(dated, ManualOpening.NONE).isUnderWay(NINE.minusMillis(1)));
        assertTrue(published(dated, ManualOpening.NONE).isUnderWay(NINE));
        assertFalse(published(dated, ManualOpening.NONE).isUnderWay(ELEVEN.plusSeconds(60)));
        Policy opens = policy(new Limits(NINE, null, null, null), FeedbackTime.AFTER_SUBMIT);
        assertTrue(published(opens, ManualOpening.NONE).isUnderWay(ELEVEN), "one date is enough");
        Policy closes = policy(new Limits(null, ELEVEN, null, null), FeedbackTime.AFTER_SUBMIT);
        assertTrue(published(closes, ManualOpening.NONE).isUnderWay(NINE), "one date is enough");
        Policy undated = policy(Limits.NONE, FeedbackTime.AFTER_SUBMIT);
        assertFalse(published(undated, ManualOpening.NONE).isUnderWay(NINE), "a collection, not a sitting");
        assertTrue(published(undated, opened).isUnderWay(NINE));
        Policy practice = policy(Mode.PRACTICE, WINDOW, FeedbackTime.AT_ONCE);
        assertFalse(published(practice, opened).isUnderWay(NINE));
    }

    @Test
    void staffTryAnExamOutBeforeItOpensAndAsOftenAsTheyLike() {
        Schedule schedule = schedule(WINDOW, FeedbackTime.AFTER_SUBMIT);
        assertTrue(Admittance.STUDENT.mayStart(schedule, NINE, 0));
        assertFalse(Admittance.STUDENT.mayStart(schedule, NINE.minusMillis(1), 0));
        assertFalse(Admittance.STUDENT.mayStart(schedule, NINE, 1));
        assertTrue(Admittance.TRY_OUT.mayStart(schedule, NINE.minusMillis(1), 5));
        assertFalse(Admittance.TRY_OUT.mayStart(schedule, ELEVEN, 0));
        assertFalse(Admittance.NOT_ON_ROSTER.mayStart(schedule, NINE, 0));
    }

    private static PublishedExam published(Policy policy, ManualOpening control) {
        Exam exam = new Exam("e", Text.of("E"), policy, List.of());
        return new PublishedExam("c", "r", exam, control, Pauses.NONE, Release.BY_FILE);
    }

    @Test
    void aTotalIsRoundedOnceHalfUp() {
        Policy policy = policy(WINDOW, FeedbackTime.AFTER_SUBMIT);
        assertEquals(BigFraction.of(72), policy.rounded(BigFraction.of(71995, 1000)));
        assertEquals(BigFraction.of(7199, 100), policy.rounded(BigFraction.of(71994, 1000)));
        assertEquals(BigFraction.of(33, 100), policy.rounded(BigFraction.of(1, 3)));
        assertEquals(BigFraction.ZERO, policy.rounded(BigFraction.ZERO));
    }

    private static Schedule schedule(Limits limits, FeedbackTime feedback) {
        return Schedule.of(policy(limits, feedback), ManualOpening.NONE, Pauses.NONE, LATE);
    }

    private static Policy policy(Limits limits, FeedbackTime feedback, Allowance... allowances) {
        return policy(Mode.TIMED, limits, feedback, allowances);
    }

    private static Policy policy(Mode mode, Limits limits, FeedbackTime feedback, Allowance... allowances) {
        @Nullable Integer noLimit = null;
        return new Policy(
                mode,
                limits,
                Duration.ofSeconds(60),
                feedback,
                EnumSet.allOf(Show.class),
                Variants.PER_ATTEMPT,
                Order.FIXED,
                BigFraction.of(1, 100),
                noLimit,
                BigFraction.ZERO,
                new Entrance(OpenTo.ROSTER, null),
                List.of(allowances));
    }
}
