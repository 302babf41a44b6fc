package gradus.database;

import gradus.message.Message;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The tables of a database as they are, and the migrations that bring them to what this program needs. */
final class Schema {
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
                .load());
    }

    /** Whether there are data whose tables are about to be changed. */
    boolean willChange() {
        return flyway.info().applied().length > 0 && flyway.info().pending().length > 0;
    }

    /** The number of the last migration that this program or the database knows. */
    String newest() {
        return migrations[migrations.length - 1].getVersion().toString();
    }

    /**
     * Refuses what a later program has changed already: this one does not know what the new columns ask of it.
     *
     * @param name what to call the database
     * @throws CannotStart where it is so
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
