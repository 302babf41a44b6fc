package gradus.database;

import java.sql.SQLException;

/** Insert-once: an INSERT that meets a row which is already there (SQLSTATE 23505) on both databases. */
public final class Duplicate {
    private Duplicate() {}

    /** Runs the insert; false where its row was already there. The insert must be its own transaction. */
    public static boolean insertOnce(Runnable insert) {
        try {
            insert.run();
            return true;
        } catch (RuntimeException failure) {
            if (isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private static boolean isDuplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
