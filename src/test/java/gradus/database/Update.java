package gradus.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** An empty database that an earlier build has filled, and this one brings up to date. */
record Update(String url) {
    /**
     * What a query finds after the update.
     *
     * @param version the schema of the earlier build, in which the rows are added without what they refer to
     */
    List<String> of(String version, List<String> rows, String query) throws SQLException {
        migrate(version);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    url.startsWith("jdbc:h2:")
                            ? "SET REFERENTIAL_INTEGRITY FALSE"
                            : "SET session_replication_role = replica");
            for (String row : rows) {
                statement.execute(row);
            }
        }
        migrate("latest");
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                found.add(result.getString(1));
            }
        }
        return found;
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
