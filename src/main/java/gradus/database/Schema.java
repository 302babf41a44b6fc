package gradus.database;

import gradus.message.Message;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The current tables of a database and the migrations to the version that this program needs. */
final class Schema {
    /** How often a connection is asked for again: a busy PostgreSQL may take longer for a second one than the pool waits. */
    private static final int PATIENCE = 3;

    private final Flyway flyway;
    private final MigrationInfo[] migrations;

    private Schema(Flyway flyway) {
        this.flyway = flyway;
        this.migrations = flyway.info().all();
    }

    static Schema of(DataSource source) {
        return new Schema(Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .connectRetries(PATIENCE)
                .load());
    }

    /** Whether the database has tables that migration will change. */
    boolean willChange() {
        return flyway.info().applied().length > 0 && flyway.info().pending().length > 0;
    }

    /** The number of the latest migration known to this program or applied to the database. */
    String newest() {
        return migrations[migrations.length - 1].getVersion().toString();
    }

    /**
     * Refuses a schema of a later program version, whose columns this program does not understand.
     *
     * @param name the database's name in the message
     * @throws CannotStart where the schema is newer
     */
    void refuseIfNewer(String name) {
        for (MigrationInfo migration : migrations) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new CannotStart(Message.of(
                        "database.newer", name, migration.getVersion().toString()));
            }
        }
    }

    void migrate() {
        flyway.migrate();
    }
}
