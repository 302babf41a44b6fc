package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gradus.database.Database;
import gradus.database.DatabaseTest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

/** Questions that are drawn before the attempts that ask them begin. */
class PreparedTest {
    @TempDir
    private Path folder;

    @DatabaseTest
    void attemptsTakeWhatLiesReadyEachOnceAndNothingThatAnOlderFileGave(Database database) {
        School school = new School(database, folder, "mode: timed, open_to: anyone, minutes: 60");
        assertEquals(3, school.attempts.prepare(school.quiz(), 3, Duration.ofMinutes(1)));
        school.clock.set(School.NINE.plusSeconds(60));
        AskedQuestion first = asked(school, "20240001");
        AskedQuestion second = asked(school, "20240002");
        assertEquals(School.NINE, first.drawn(), "drawn before the start");
        assertEquals(School.NINE, second.drawn());
        assertNotEquals(first.seed(), second.seed());
        school.files.write("questions/sum.yaml", """
                id: sum
                title: Difference
                params: {c: 'randint(1, 5)'}
                prompt: 'Take {{c}} from 9.'
                parts: [{id: rest, type: integer, points: 1, expect: 9 - c}]
                """);
        school.bank.load();
        AskedQuestion third = asked(school, "20240003");
        assertEquals(school.clock.instant(), third.drawn(), "what lay ready was of another revision");
        assertNotEquals(first.revision(), third.revision());
    }

    private static AskedQuestion asked(School school, String login) {
        return school.sitting(school.begin(school.person(login))).current(1).row();
    }
}
