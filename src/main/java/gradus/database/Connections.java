package gradus.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * The connections to the database, and whether it is there. Who needs one waits for it while the database is there, and is sent
 * away as soon as it is known to be gone: until then each would hold a thread, and the page would not learn that it is not saved.
 */
final class Connections implements ConnectionFactory, AutoCloseable {
    private static final int MOST = 20;

    /**
     * How long somebody waits before they ask whether it is worth waiting, and the longest rest between two tries to reach a
     * database that was gone.
     */
    private static final long TURN_MILLIS = 1_000;

    /** Those who wait for a connection of a database that is there, because so many others need one. */
    private static final int MOST_TURNS = 30;

    private final HikariDataSource pool;
    private final HikariDataSource heart;
    private final Pulse pulse = new Pulse(this::answers);

    private Connections(HikariDataSource pool, HikariDataSource heart) {
        this.pool = pool;
        this.heart = heart;
    }

    static Connections to(String jdbcUrl, boolean h2) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setDriverClassName(h2 ? "org.h2.Driver" : "org.postgresql.Driver");
        if (h2) {
            // H2 notes that a table has changed before the commit can be seen: a query in between would be answered
            // without the change again and again, even for somebody who holds a row lock by then
            config.addDataSourceProperty("OPTIMIZE_REUSE_RESULTS", "FALSE");
        } else {
            // otherwise a turn would be all that a busy PostgreSQL has for greeting a newcomer
            config.addDataSourceProperty("loginTimeout", "10");
        }
        config.setConnectionTimeout(TURN_MILLIS);
        config.setValidationTimeout(TURN_MILLIS);
        config.setMaximumPoolSize(MOST);
        config.setPoolName("gradus");
        HikariDataSource pool = new HikariDataSource(config);
        try {
            // whoever asks whether the database is there must not queue with a class that has every connection
            config.setMaximumPoolSize(1);
            config.setPoolName("gradus-pulse");
            return new Connections(pool, new HikariDataSource(config));
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    /** The connections themselves, for whom nobody waits. */
    HikariDataSource pool() {
        return pool;
    }

    @Override
    public Connection openConnection() throws SQLException {
        for (int turn = 1; ; turn++) {
            try {
                return pool.getConnection();
            } catch (SQLTransientConnectionException none) {
                if (isRefused(none) || !pulse.last()) {
                    throw new Unreachable(none);
                }
                if (turn == MOST_TURNS) {
                    throw none;
                }
            }
        }
    }

    /** Whether the database answers, within a second whatever it does. */
    boolean areAlive() {
        return pulse.feel();
    }

    /** Whether the database answered when it was last asked. */
    boolean wereAlive() {
        return pulse.last();
    }

    void measure(MeterRegistry registry) {
        pool.setMetricRegistry(registry);
    }

    /** One that was gone is there again when those who come next need not wait for their connections either. */
    private boolean answers() {
        return answers(heart) && (pulse.last() || answers(pool));
    }

    private static boolean answers(HikariDataSource source) {
        while (true) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                return statement.execute("SELECT 1");
            } catch (SQLTransientConnectionException none) {
                if (isRefused(none)) {
                    return false;
                }
                // silent so far, of which the pulse makes something in time
            } catch (SQLException failure) {
                return false;
            }
        }
    }

    /** Whether the machine of the database says itself that there is none, or that it ends or only begins. */
    private static boolean isRefused(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof SQLException sql && Unreachable.isEnding(sql)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        heart.close();
        pool.close();
    }
}
