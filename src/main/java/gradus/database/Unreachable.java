package gradus.database;

import java.sql.SQLException;
import java.util.Set;

/** The database is not there, or went away while it was asked; what was being saved may be saved or not. */
public final class Unreachable extends IllegalStateException {
    private static final long serialVersionUID = 1;
    private static final Set<String> BROKEN = Set.of("08001", "08003", "08004", "08006");

    Unreachable(Throwable cause) {
        super("the database cannot be reached", cause);
    }

    /** Whether a failure is that of a connection that broke or was none, and not that of the work done on it. */
    static boolean isWhy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return isEnding(sql) || sql.getSQLState() != null && BROKEN.contains(sql.getSQLState());
            }
        }
        return false;
    }

    /** Whether PostgreSQL says that it is being stopped, has broken down or is not yet ready. */
    static boolean isEnding(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("57P0");
    }
}
