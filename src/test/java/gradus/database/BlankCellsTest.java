package gradus.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grids whose blank cells an earlier build stored as nothing: after the update they still have those cells. */
class BlankCellsTest {
    private static final String BEFORE = "4";
    private static final List<String> STORED =
            List.of("[[1,],[4,]]", "[[,],[4,]]", "[[1,],[,4]]", "[[1,2],[3,4],]", "[1, 2,]");
    private static final List<String> KEPT =
            List.of("[[1,_],[4,_]]", "[[,_],[4,_]]", "[[1,_],[,4]]", "[[1,2],[3,4],]", "[1, 2,]");

    @TempDir
    private Path folder;

    @Test
    void theyKeepTheirReadingOnH2() throws Exception {
        assertEquals(KEPT, updated("jdbc:h2:" + folder.resolve("gradus"), "SET REFERENTIAL_INTEGRITY FALSE"));
    }

    @Test
    void theyKeepTheirReadingOnPostgreSql() throws Exception {
        assertEquals(KEPT, updated(TestPostgres.emptyDatabase(), "SET session_replication_role = replica"));
    }

    private static List<String> updated(String url, String withoutAttempts) throws SQLException {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration")
                .target(BEFORE)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(withoutAttempts);
            for (int i = 0; i < STORED.size(); i++) {
                statement.execute(
                        "INSERT INTO response (course, attempt, seq, position, variant, part, content, arrived)"
                                + " VALUES ('deep-learning', '75cdfeac-e087-4be9-8ba8-19d388db0a4b', " + i
                                + ", 0, 0, 'p', '"
                                + STORED.get(i) + "', TIMESTAMP WITH TIME ZONE '2026-11-27 03:00:00+00')");
            }
        }
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT content FROM response ORDER BY seq")) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
