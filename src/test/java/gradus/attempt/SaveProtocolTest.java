package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import gradus.attempt.Answers.Outcome;
import gradus.attempt.Answers.Typed;
import gradus.attempt.Save.Standing;
import gradus.database.Database;
import gradus.database.DatabaseTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;

/** Which of several saves becomes the answer, whatever order the network brings them in. */
class SaveProtocolTest {
    private static final PartKey TOTAL = School.FIRST.part("total");

    @TempDir
    private Path folder;

    /** An attempt with a browser page or two before it. */
    private final class Desk {
        final School school;
        final Attempt attempt;

        Desk(Database database) {
            school = new School(database, folder, "mode: timed, open_to: anyone, minutes: 60");
            attempt = school.begin(school.person("20240001"));
        }

        Outcome send(String client, long n, String text, long after) {
            Sitting sitting = school.sitting(attempt);
            return school.answers
                    .save(sitting.attempt(), List.of(new Typed(TOTAL, text, after, client, n)), school.arrival())
                    .outcomes()
                    .get(0);
        }

        String answer() {
            QuestionInAttempt asked = school.sitting(attempt).current(1);
            return asked.text(asked.scored("total"));
        }

        List<String> history() {
            return school.database.store(ResponseStore.class).history(School.COURSE, attempt.id()).stream()
                    .map(save -> save.content() + " " + save.standing())
                    .toList();
        }
    }

    @DatabaseTest
    void aReplayedSaveIsStoredOnceAndBeatsNothingNewer(Database database) {
        Desk desk = new Desk(database);
        assertEquals(Standing.TAKEN, desk.send("a", 1, "5", 0).standing());
        assertEquals(Standing.TAKEN, desk.send("a", 2, "56", 1).standing());
        assertEquals(Standing.TAKEN, desk.send("a", 1, "5", 0).standing(), "a replay is told what it was told before");
        assertEquals("56", desk.answer());
        assertEquals(List.of("5 TAKEN", "56 TAKEN"), desk.history());
    }

    @DatabaseTest
    void ofOnePagesSavesTheOneWithTheHighestNumberStandsInWhateverOrderTheyComeIn(Database database) {
        Random random = new Random(8);
        Desk desk = new Desk(database);
        for (int round = 0; round < 20; round++) {
            String client = "page " + round;
            List<Long> order =
                    new ArrayList<>(LongStream.rangeClosed(1, 6).boxed().toList());
            Collections.shuffle(order, random);
            long after = desk.send("before " + round, 1, "start " + round, 9999).seq();
            for (long n : order) {
                desk.send(client, n, "text " + (n == 6 ? 3 : n), after);
            }
            assertEquals("text 3", desk.answer(), order.toString());
        }
    }

    @DatabaseTest
    void anAnswerTypedOverAnOlderOneIsKeptAsSupersededAndToldWhatStands(Database database) {
        Desk desk = new Desk(database);
        desk.send("laptop", 1, "5", 0);
        desk.send("phone", 1, "7", 1);
        Outcome old = desk.send("laptop", 2, "56", 1);
        assertEquals(Standing.SUPERSEDED, old.standing());
        assertEquals("7", old.text());
        assertEquals("7", desk.answer());
        assertEquals(List.of("5 TAKEN", "7 TAKEN", "56 SUPERSEDED"), desk.history());
        QuestionInAttempt asked = desk.school.sitting(desk.attempt).current(1);
        assertEquals(
                "56",
                Objects.requireNonNull(asked.disputed(asked.scored("total"))).content());
        assertEquals(Standing.TAKEN, desk.send("laptop", 3, "56", old.seq()).standing(), "the student keeps it");
        assertEquals("56", desk.answer());
        QuestionInAttempt settled = desk.school.sitting(desk.attempt).current(1);
        assertNull(settled.disputed(settled.scored("total")));
    }

    @DatabaseTest
    void theSameTextFromAnotherWindowIsSavedAndLeavesNothingToChoose(Database database) {
        Desk desk = new Desk(database);
        desk.send("laptop", 1, "5", 0);
        assertEquals(Standing.REPEATED, desk.send("phone", 1, "5", 0).standing());
        assertEquals(Standing.TAKEN, desk.send("laptop", 2, "56", 0).standing(), "its own number makes it newer");
        assertEquals("56", desk.answer());
        QuestionInAttempt asked = desk.school.sitting(desk.attempt).current(1);
        assertNull(asked.disputed(asked.scored("total")));
    }

    @DatabaseTest
    void savesOfTwoPagesAtOnceAreEachStoredOnceAndTheLastTakenStands(Database database) throws Exception {
        Desk desk = new Desk(database);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<Outcome>> sending = new ArrayList<>();
        for (int n = 1; n <= 30; n++) {
            int number = n;
            for (String client : List.of("a", "b", "a")) {
                sending.add(threads.submit(() -> desk.send(client, number, client + " " + number, 0)));
            }
        }
        for (Future<Outcome> save : sending) {
            save.get();
        }
        threads.shutdown();
        List<Save> history = desk.school.database.store(ResponseStore.class).history(School.COURSE, desk.attempt.id());
        assertEquals(60, history.size(), "each of two pages' thirty changes once");
        assertEquals(60, history.get(59).seq());
        Save last = history.stream()
                .filter(save -> save.standing() == Standing.TAKEN)
                .reduce((before, after) -> after)
                .orElseThrow();
        assertEquals(last.content(), desk.answer());
        assertEquals(
                30L,
                history.stream()
                        .filter(save ->
                                Objects.equals(save.client(), last.client()) && save.standing() == Standing.TAKEN)
                        .mapToLong(save -> Objects.requireNonNull(save.n()))
                        .max()
                        .orElseThrow());
    }
}
