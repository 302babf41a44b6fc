package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.TestVisitor;
import gradus.database.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that a server filled before findings were kept: it opens, keeps verdicts and scores, and is not graded afresh. */
class UpgradeTest {
    private static final String TIMED = "/attempts/75cdfeac-e087-4be9-8ba8-19d388db0a4b";
    private static final String PRACTICE = "/attempts/5a2b34e8-ee4a-4f27-a14f-a5d5269da06b";

    /**
     * A person's score of a third, on the variant drawn last and not on the one that the page showed; and the timed exam,
     * which says nothing of feedback, is closed, since such a result is shown after the close.
     */
    private static final List<String> SINCE_THEN = List.of("""
            INSERT INTO grading (course, attempt, number, kind, done, done_by, score, graded, points)
            SELECT course, attempt, 2, 'PERSON', done, NULL, '22 / 3', '8', '8' FROM grading
            WHERE attempt = '5a2b34e8-ee4a-4f27-a14f-a5d5269da06b'
            """, """
            INSERT INTO part_score
                (course, attempt, number, position, variant, part, revision, verdict, score, points, ticked, remark)
            SELECT course, attempt, 2, position, 2, part, revision, 'partial', '4 / 3', points, '', 'A third.'
            FROM part_score
            WHERE attempt = '5a2b34e8-ee4a-4f27-a14f-a5d5269da06b' AND part = 'why'
            """, """
            INSERT INTO exam_control (course, exam, seq, state, said, said_by)
            VALUES ('deep-learning', 'earlier-timed', 1, 'CLOSED', TIMESTAMP WITH TIME ZONE '2026-11-27 03:00:00+00',
                'cf094b58-76f9-4fca-bffc-cfb6554dbb66')
            """);

    @TempDir
    private Path folder;

    @Test
    void aFolderOfH2Opens() throws Exception {
        for (String name : List.of("gradus.mv.db", "initialised")) {
            try (InputStream file = resource(name)) {
                Files.copy(file, folder.resolve(name));
            }
        }
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("gradus"))) {
            execute(connection, SINCE_THEN);
        }
        try (TestServer server = TestServer.start(folder)) {
            showsWhatWasStored(server);
        }
    }

    @Test
    void aPostgreSqlDatabaseOpens() throws Exception {
        String url = TestPostgres.emptyDatabase();
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration")
                .target("2")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                InputStream rows = resource("rows.sql")) {
            execute(
                    connection,
                    new String(rows.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
            execute(connection, SINCE_THEN);
        }
        try (TestServer server = TestServer.start(url)) {
            showsWhatWasStored(server);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("/attempt/before-findings/" + name), name);
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Points as SQL adds them up. */
    interface Sums {
        @SqlQuery("SELECT SUM(score_value) FROM counting_score WHERE attempt = CAST(:attempt AS UUID)")
        BigDecimal ofParts(String attempt);

        @SqlQuery("SELECT score_value FROM grading WHERE attempt = CAST(:attempt AS UUID) AND number = 2")
        BigDecimal total(String attempt);
    }

    private static void showsWhatWasStored(TestServer server) throws IOException {
        TestVisitor student = server.visitor();
        student.get("/sign-in");
        student.post("/sign-in", Map.of("login", "20240001", "password", "long enough"));
        String timed = words(student.get(TIMED).body());
        assertTrue(timed.contains("5 / 8"), timed);
        assertTrue(timed.contains("table 3 / 4 Your answer [[3,4],[5,3]] Right answer"), timed);
        assertTrue(timed.contains("partially correct Graded before cell marks"), timed);
        assertFalse(timed.contains("of 4 cells"), timed);
        assertFalse(timed.contains("You multiplied"), timed);
        assertTrue(timed.contains("why 1 / 2"), timed);
        assertTrue(timed.contains("좋습니다."), timed);

        String practice = words(student.get(PRACTICE).body());
        assertTrue(practice.contains("7.33 / 8"), practice);
        assertTrue(practice.contains("why 1.33 / 2 Your answer because"), practice);
        assertTrue(practice.contains("A third."), practice);
        assertTrue(words(student.get("/").body()).contains("7.33 / 8"));

        Sums sums = server.database().store(Sums.class);
        BigDecimal total = new BigDecimal("7.3333333333");
        assertEquals(
                0,
                total.compareTo(sums.ofParts(PRACTICE.substring(10))),
                () -> "" + sums.ofParts(PRACTICE.substring(10)));
        assertEquals(0, total.compareTo(sums.total(PRACTICE.substring(10))));
    }

    private static String words(String page) {
        return page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}
