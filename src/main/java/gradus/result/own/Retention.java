package gradus.result.own;

import gradus.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Until when a course keeps who its students are. After that day answers and scores stay for statistics, each student's under a
 * new person without a name, and nothing in the course leads from them to who wrote them: no seat, no number, no address.
 */
public final class Retention {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final Database database;
    private final RetentionStore store;
    private final Clock clock;

    public Retention(Database database, Clock clock) {
        this.database = database;
        this.store = database.store(RetentionStore.class);
        this.clock = clock;
    }

    RetentionStore.Kept of(String course) {
        return store.of(course).orElseThrow();
    }

    /** Sets the day; null for none. */
    void keep(String course, @Nullable Instant until) {
        database.save(RetentionStore.class).keep(course, until);
    }

    /** Makes the courses whose day has come forget who their students were; one in which somebody still sits an exam waits. */
    public void run() {
        Instant now = clock.instant();
        for (String course : store.due(now)) {
            if (store.running(course) > 0) {
                continue;
            }
            for (UUID person : store.students(course)) {
                UUID nobody = UUID.randomUUID();
                database.save(RetentionStore.class, inside -> {
                    inside.addNobody(nobody, now);
                    inside.handAttempts(course, person, nobody);
                    inside.handStandings(course, person, nobody);
                    inside.dropAllowances(course, person);
                    inside.dropCodes(course, person);
                    inside.dropSeat(course, person);
                    return nobody;
                });
            }
            database.save(RetentionStore.class, inside -> {
                inside.forgetAddresses(course);
                inside.forgetAddressesAside(course);
                inside.noteAnonymised(course, now);
                return course;
            });
            log.info("the course {} has forgotten who its students were, as was set", course);
        }
    }
}
