package gradus.attempt.sitting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.attempt.Attempt;
import gradus.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Who is at a running exam: when the page of each attempt last asked how it stands, written down twice a minute at most. */
final class Presence {
    private static final Duration SELDOM = Duration.ofSeconds(25);

    private final Database database;
    private final Clock clock;
    private final Cache<UUID, Instant> written =
            Caffeine.newBuilder().maximumSize(20_000).build();

    Presence(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void seen(Attempt attempt) {
        Instant now = clock.instant();
        Instant last = written.getIfPresent(attempt.id());
        if (last != null && now.isBefore(last.plus(SELDOM))) {
            return;
        }
        written.put(attempt.id(), now);
        database.insertOnce(PresenceStore.class, inside -> {
            if (inside.renew(attempt.course(), attempt.id(), now) == 0) {
                inside.add(attempt.course(), attempt.id(), now);
            }
        });
    }
}
