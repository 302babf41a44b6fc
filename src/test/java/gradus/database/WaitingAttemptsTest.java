package gradus.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attempts that an earlier build has graded: after the update those wait whose last run left points to a person. */
class WaitingAttemptsTest {
    private static final String WAITS = "10000000-0000-0000-0000-000000000001";
    private static final String DONE_SINCE = "10000000-0000-0000-0000-000000000002";
    private static final String DONE = "10000000-0000-0000-0000-000000000003";
    private static final String WAITS_AGAIN = "10000000-0000-0000-0000-000000000004";
    private static final String RUNS = "10000000-0000-0000-0000-000000000005";

    @TempDir
    private Path folder;

    @Test
    void theyWaitByTheirLastRunOnH2() throws SQLException {
        assertEquals(List.of(WAITS, WAITS_AGAIN), waiting("jdbc:h2:" + folder.resolve("gradus")));
    }

    @Test
    void theyWaitByTheirLastRunOnPostgreSql() throws SQLException {
        assertEquals(List.of(WAITS, WAITS_AGAIN), waiting(TestPostgres.emptyDatabase()));
    }

    private static List<String> waiting(String url) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String attempt : List.of(WAITS, DONE_SINCE, DONE, WAITS_AGAIN, RUNS)) {
            rows.add("INSERT INTO attempt (course, id, exam, exam_revision, person, number, started, standing) VALUES"
                    + " ('c', '" + attempt + "', 'e', 'r', '" + attempt
                    + "', 1, TIMESTAMP WITH TIME ZONE '2026-11-27 03:00:00+00', 'COUNTS')");
        }
        rows.add(run(WAITS, 1, 4));
        rows.add(run(DONE_SINCE, 1, 4));
        rows.add(run(DONE_SINCE, 2, 10));
        rows.add(run(DONE, 1, 10));
        rows.add(run(WAITS_AGAIN, 1, 10));
        rows.add(run(WAITS_AGAIN, 2, 7));
        return new Update(url).of("41", rows, "SELECT id FROM attempt WHERE waits = TRUE ORDER BY id");
    }

    /** A run that has given so many of ten points a score. */
    private static String run(String attempt, int number, int graded) {
        return "INSERT INTO grading (course, attempt, number, kind, done, score, graded, points,"
                + " score_value, graded_value, points_value) VALUES ('c', '" + attempt + "', " + number
                + ", 'SUBMISSION', TIMESTAMP WITH TIME ZONE '2026-11-27 04:00:00+00', '1', '" + graded + "', '10', 1, "
                + graded + ", 10)";
    }
}
