package gradus.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grids whose blank cells an earlier build stored as nothing: after the update they still have those cells. */
class BlankCellsTest {
    private static final List<String> STORED =
            List.of("[[1,],[4,]]", "[[,],[4,]]", "[[1,],[,4]]", "[[1,2],[3,4],]", "[1, 2,]");
    private static final List<String> KEPT =
            List.of("[[1,_],[4,_]]", "[[,_],[4,_]]", "[[1,_],[,4]]", "[[1,2],[3,4],]", "[1, 2,]");

    @TempDir
    private Path folder;

    @Test
    void theyKeepTheirReadingOnH2() throws SQLException {
        assertEquals(KEPT, updated("jdbc:h2:" + folder.resolve("gradus")));
    }

    @Test
    void theyKeepTheirReadingOnPostgreSql() throws SQLException {
        assertEquals(KEPT, updated(TestPostgres.emptyDatabase()));
    }

    private static List<String> updated(String url) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String stored : STORED) {
            rows.add("INSERT INTO response (course, attempt, seq, position, variant, part, content, arrived)"
                    + " VALUES ('deep-learning', '75cdfeac-e087-4be9-8ba8-19d388db0a4b', " + rows.size()
                    + ", 0, 0, 'p', '"
                    + stored + "', TIMESTAMP WITH TIME ZONE '2026-11-27 03:00:00+00')");
        }
        return new Update(url).of("4", rows, "SELECT content FROM response ORDER BY seq");
    }
}
