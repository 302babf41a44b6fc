package gradus.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What README says that the schema keeps to, so that databases which spread rows over machines can take it: what belongs to a
 * course is found, kept unique and joined with {@code course} first.
 */
class SchemaTest {
    /** What does not belong to one course, or is looked for before its course is known. */
    private static final String OF_NO_COURSE =
            "'person', 'web_session', 'sign_in_failure', 'former_login', 'invitation', 'api_token', 'course_code', 'course',"
                    + " 'flyway_schema_history'";

    private static String address;

    @BeforeAll
    static void migrate() {
        address = TestPostgres.emptyDatabase();
        Database.at(address).close();
    }

    private static List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    @Test
    void everyKeyOfACourseBeginsWithIt() throws SQLException {
        String keys = """
                SELECT t.relname || ' (' || a.attname || ')' FROM pg_index i
                JOIN pg_class t ON t.oid = i.indrelid
                JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
                WHERE i.indisunique AND t.relname NOT IN (""" + OF_NO_COURSE + ") AND a.attname %s 'course'";
        assertEquals(List.of("attempt (id)"), rows(keys.formatted("<>")), "the address of an attempt names no course");
        assertTrue(rows(keys.formatted("=")).size() > 40);
    }

    @Test
    void noJoinLeavesTheCourse() throws SQLException {
        assertEquals(List.of(), rows("""
                SELECT c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) FROM pg_constraint c
                WHERE c.contype = 'f' AND c.confrelid::regclass::text NOT IN ('person', 'course')
                AND pg_get_constraintdef(c.oid) NOT LIKE 'FOREIGN KEY (course, %REFERENCES %(course, %'"""));
    }

    @Test
    void nothingRunsInsideTheDatabaseAndNothingCountsForAll() throws SQLException {
        assertEquals(List.of(), rows("SELECT sequencename FROM pg_sequences"));
        assertEquals(List.of(), rows("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"));
        assertEquals(
                List.of(),
                rows(
                        "SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public'"));
    }
}
