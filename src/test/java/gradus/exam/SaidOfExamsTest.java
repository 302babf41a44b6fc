package gradus.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.bank.Bank;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What staff say of exams over their files: texts, allowances, results, pauses and lines, and who is told of it. */
class SaidOfExamsTest {
    private static final String AN_HOUR = "mode: timed, minutes: 60, feedback: after-submit";
    private static final String ASKED = "{question: q, points: 1}";
    private static final Instant NINE = TestCourse.NINE;
    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final UUID STAFF = UUID.randomUUID();

    @TempDir
    private Path folder;

    private TestCourse course;

    @BeforeEach
    void open() {
        course = new TestCourse(folder);
        course.exam("e", AN_HOUR, ASKED);
        assertEquals(List.of(), course.load());
    }

    @AfterEach
    void close() {
        course.close();
    }

    private Allowances allowances() {
        return new Allowances(course.database);
    }

    private static AllowanceStore.Said said(@Nullable UUID person, @Nullable String section, Limits limits) {
        return said(person, section, limits, null);
    }

    private static AllowanceStore.Said said(
            @Nullable UUID person, @Nullable String section, Limits limits, @Nullable BigDecimal factor) {
        return new AllowanceStore.Said(
                person,
                section,
                limits.opens(),
                limits.closes(),
                limits.minutes(),
                factor,
                limits.attempts(),
                "ill",
                NINE,
                STAFF);
    }

    private Limits limits(@Nullable UUID person) {
        return course.exams.schedule(course.find("e"), person).limits();
    }

    @Test
    void anAllowanceOfAnyOneKindHoldsUntilItIsTakenBack() {
        UUID hana = course.student("20240001", null);
        Limits usual = new Limits(null, null, 60, 1);
        List<AllowanceStore.Said> kinds = List.of(
                said(hana, null, new Limits(TEN, null, null, null)),
                said(hana, null, new Limits(null, TEN, null, null)),
                said(hana, null, new Limits(null, null, 90, null)),
                said(hana, null, Limits.NONE, new BigDecimal("1.25")),
                said(hana, null, new Limits(null, null, null, 3)));
        List<Limits> given = List.of(
                new Limits(TEN, null, 60, 1),
                new Limits(null, TEN, 60, 1),
                new Limits(null, null, 90, 1),
                new Limits(null, null, 75, 1),
                new Limits(null, null, 60, 3));
        for (int i = 0; i < kinds.size(); i++) {
            allowances().say(TestCourse.ID, "e", kinds.get(i));
            assertEquals(given.get(i), limits(hana));
            allowances().say(TestCourse.ID, "e", kinds.get(i).withdrawn(NINE, STAFF));
            assertEquals(usual, limits(hana));
            assertEquals(List.of(), allowances().said(TestCourse.ID, "e"));
        }
    }

    @Test
    void ofEachPersonAndEachSectionTheLastAllowanceCounts() {
        UUID hana = course.student("20240001", "B");
        UUID dul = course.student("20240002", "B");
        UUID set = course.student("20240003", "C");
        allowances().say(TestCourse.ID, "e", said(hana, null, new Limits(null, null, 120, null)));
        allowances().say(TestCourse.ID, "e", said(null, "B", new Limits(null, null, 80, null)));
        allowances().say(TestCourse.ID, "e", said(hana, null, new Limits(null, null, 100, null)));
        assertEquals(100, limits(hana).minutes());
        assertEquals(80, limits(dul).minutes());
        assertEquals(60, limits(set).minutes());
        assertEquals(60, limits(null).minutes());
        assertEquals(
                List.of(80, 100),
                allowances().said(TestCourse.ID, "e").stream()
                        .map(AllowanceStore.Said::minutes)
                        .toList(),
                "in the order in which they were said");
        assertEquals(List.of(), allowances().said(TestCourse.ID, "other"));
    }

    @Test
    void theLastWordOnResultsCountsAndIsThatOfOneExam() {
        course.exam("other", AN_HOUR, ASKED);
        course.load();
        assertTrue(shown());
        for (Release said : List.of(Release.SHOWN, Release.HELD, Release.BY_FILE, Release.HELD)) {
            course.exams.release(TestCourse.ID, "e", said, STAFF);
            assertEquals(said, course.find("e").release());
            assertEquals(said != Release.HELD, shown());
            assertEquals(
                    said == Release.HELD,
                    course.find("e").schedule(Candidate.GUEST).isHeld());
        }
        assertEquals(Release.BY_FILE, course.find("other").release());
    }

    private boolean shown() {
        return course.find("e").schedule(Candidate.GUEST).showsFeedback(NINE);
    }

    @Test
    void anExamStandsStillFromAWordToTheNextOther() {
        Invigilation invigilation = new Invigilation(course.database, course.clock);
        for (boolean paused : List.of(false, true, true, false, true)) {
            course.clock.set(course.clock.instant().plusSeconds(60));
            invigilation.pause(course.find("e"), paused, "", STAFF);
            assertEquals(paused, course.find("e").schedule(Candidate.GUEST).isPaused());
        }
        assertEquals(
                List.of(
                        new Pauses.Pause(NINE.plusSeconds(120), NINE.plusSeconds(240)),
                        new Pauses.Pause(NINE.plusSeconds(300), null)),
                course.find("e").pauses().all());
    }

    @Test
    void linesToAllComeInTheirOrderToWhoeverBeganBefore() {
        Invigilation invigilation = new Invigilation(course.database, course.clock);
        for (String line : List.of("m is 4", "n is 5", "o is 6")) {
            invigilation.tell(course.find("e"), line, STAFF);
            course.clock.set(course.clock.instant().plusSeconds(60));
        }
        assertEquals(List.of("m is 4", "n is 5", "o is 6"), lines(invigilation, NINE));
        assertEquals(List.of("n is 5", "o is 6"), lines(invigilation, NINE.plusSeconds(60)));
        assertEquals(List.of(), lines(invigilation, NINE.plusSeconds(121)));
    }

    private static List<String> lines(Invigilation invigilation, Instant since) {
        return invigilation.lines(TestCourse.ID, "e", since).stream()
                .map(Invigilation.Line::content)
                .toList();
    }

    @Test
    void whoWantsToKnowIsToldWhenTheTimesOfAnExamMayHaveChanged() {
        List<String> told = new ArrayList<>();
        course.exams.listen((exam, by) -> told.add(
                exam.exam().id() + " " + exam.exam().policy().limits().minutes() + (by == null ? "" : " by staff")));
        course.exam("f", AN_HOUR, ASKED);
        course.load();
        assertEquals(List.of("f 60"), told, "the other file has not changed");
        told.clear();
        course.exam("e", AN_HOUR.replace("60", "70"), ASKED);
        course.load();
        course.exams.open(TestCourse.ID, "f", STAFF);
        assertEquals(List.of("e 70", "f 60 by staff"), told);
        told.clear();
        course.exams.rosterChanged(TestCourse.ID);
        assertEquals(List.of("e 70", "f 60"), told);
        told.clear();
        course.exams.rosterChanged("other");
        course.exams.changed(TestCourse.ID, "gone", STAFF);
        assertEquals(List.of(), told);
    }

    private static BigFraction points(PublishedExam exam) {
        return exam.exam().points();
    }

    private static void publish(Exams exams, String id, String questions) {
        String text = TestCourse.text(id, AN_HOUR, questions);
        exams.publish(TestCourse.ID, ExamFile.read(text, id + ".yaml"), text);
    }

    @Test
    void whatIsPublishedIsWrittenIntoTheFolderWhoseNextChangeCounts() {
        publish(course.exams, "e", "{question: q, points: 2}");
        assertEquals(BigFraction.of(2), points(course.find("e")));
        assertEquals(List.of(), course.load());
        assertEquals(BigFraction.of(2), points(course.find("e")));
        course.exam("e", AN_HOUR, ASKED);
        course.load();
        assertEquals(BigFraction.of(1), points(course.find("e")), "somebody put the file back that was there before");
    }

    @Test
    void whatIsPublishedWithoutAFolderIsNotUndoneByTheFileThatItCameAfter() {
        try (Bank bare = new Bank(course.database, course.clock, List.of())) {
            Exams exams = new Exams(course.database, bare, course.clock);
            publish(exams, "new", ASKED);
            assertEquals(BigFraction.of(1), points(course.find("new")));
            publish(exams, "new", "{question: q, points: 2}");
            assertEquals(
                    List.of("e", "new"),
                    exams.current(TestCourse.ID).stream()
                            .map(current -> current.id())
                            .toList());
        }
        course.exam("new", AN_HOUR, ASKED);
        assertEquals(List.of(), course.load());
        assertEquals(BigFraction.of(2), points(course.find("new")), "this text was the exam before");
        course.exam("new", AN_HOUR, "{question: q, points: 3}");
        course.load();
        assertEquals(BigFraction.of(3), points(course.find("new")));
        assertFalse(course.exams.current(TestCourse.ID, "gone").isPresent());
    }
}
