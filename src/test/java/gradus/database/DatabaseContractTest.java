package gradus.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;
import org.jspecify.annotations.Nullable;

class DatabaseContractTest {
    public enum Kind {
        PLAIN,
        FANCY
    }

    public record Thing(
            UUID id,
            @Nullable UUID owner,
            Kind kind,
            Instant since,
            BigFraction score,
            @Nullable String note) {}

    public interface ThingStore {
        @SqlUpdate("""
                CREATE TABLE thing (id UUID PRIMARY KEY, owner UUID, kind VARCHAR(20) NOT NULL,
                since TIMESTAMP WITH TIME ZONE NOT NULL, score VARCHAR(100) NOT NULL, note TEXT)
                """)
        void create();

        @SqlUpdate("""
                INSERT INTO thing (id, owner, kind, since, score, note)
                VALUES (:id, :owner, :kind, :since, :score, :note)
                """)
        void insert(@BindMethods Thing thing);

        @SqlQuery("SELECT * FROM thing WHERE id = :id")
        Optional<Thing> find(UUID id);

        @SqlQuery("SELECT COUNT(*) FROM thing")
        int count();

        @SqlQuery("SELECT MAX(since) FROM thing")
        Instant latest();

        @Transaction
        default void insertBoth(Thing one, Thing other) {
            insert(one);
            insert(other);
        }
    }

    private static Thing thing(@Nullable String note) {
        return new Thing(
                UUID.randomUUID(),
                null,
                Kind.FANCY,
                Instant.parse("2026-12-01T00:00:00.123Z"),
                BigFraction.of(-7, 3),
                note);
    }

    private static ThingStore things(Database database) {
        ThingStore things = database.save(ThingStore.class);
        things.create();
        return things;
    }

    @DatabaseTest
    void everyKindOfValueComesBackAsItWas(Database database) {
        ThingStore things = things(database);
        Thing bare = thing(null);
        Thing full = new Thing(
                UUID.randomUUID(), bare.id(), Kind.PLAIN, Instant.EPOCH, BigFraction.of(2), "한국어 \uD83D\uDE00");
        things.insert(bare);
        things.insert(full);
        assertEquals(Optional.of(bare), things.find(bare.id()));
        assertEquals(Optional.of(full), things.find(full.id()));
        assertEquals(bare.since(), things.latest());
    }

    @DatabaseTest
    void aFailedMethodOfAStoreLeavesNothing(Database database) {
        ThingStore things = things(database);
        Thing twice = thing("twice");
        assertThrows(RuntimeException.class, () -> things.insertBoth(twice, twice));
        assertEquals(0, things.count());
    }

    @DatabaseTest
    void aSecondInsertOfARowIsToldApart(Database database) {
        ThingStore things = things(database);
        Thing once = thing("once");
        assertTrue(database.insertOnce(ThingStore.class, store -> store.insert(once)));
        assertFalse(database.insertOnce(ThingStore.class, store -> store.insert(once)));
        assertEquals(1, things.count());
    }

    @DatabaseTest
    void aStoreThatWasNotOpenedToSaveDoesNotWrite(Database database) {
        things(database).insert(thing("there"));
        ThingStore reading = database.store(ThingStore.class);
        assertThrows(IllegalStateException.class, () -> reading.insert(thing("lost")));
        assertThrows(IllegalStateException.class, () -> reading.insertBoth(thing("lost"), thing("lost too")));
        assertThrows(
                IllegalStateException.class,
                () -> database.read(ThingStore.class, store -> {
                    store.insert(thing("lost"));
                    return store.count();
                }));
        assertEquals(1, reading.count());
    }

    @DatabaseTest
    void whoLooksAsksOnceUntilTheySaveThemselves(Database database) throws Exception {
        ThingStore things = things(database);
        ThingStore looking = database.store(ThingStore.class);
        database.beginLook();
        assertEquals(0, looking.count());
        Thread other = new Thread(() -> things.insert(thing("another's")));
        other.start();
        other.join();
        assertEquals(0, looking.count());
        assertEquals(0, database.store(ThingStore.class).count(), "nor does another store of the same look");
        things.insert(thing("own"));
        assertEquals(2, looking.count());
        database.endLook();
        Thread again = new Thread(() -> things.insert(thing("another's")));
        again.start();
        again.join();
        assertEquals(3, looking.count());
    }

    @DatabaseTest
    void severalCallsCanBeOneTransaction(Database database) {
        ThingStore things = things(database);
        assertThrows(
                IllegalStateException.class,
                () -> database.save(ThingStore.class, store -> {
                    store.insert(thing("lost"));
                    throw new IllegalStateException("changed my mind");
                }));
        int counted = database.save(ThingStore.class, store -> {
            store.insert(thing("kept"));
            return store.count();
        });
        assertEquals(1, counted);
        assertEquals(1, things.count());
    }

    @DatabaseTest
    void manyCanWaitForTheDiskAtOnceAndAreAllServed(Database database) throws Exception {
        ThingStore things = things(database);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        List<Future<?>> saves = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            saves.add(threads.submit(() -> things.insert(thing("save"))));
        }
        for (Future<?> save : saves) {
            save.get();
        }
        threads.shutdown();
        assertEquals(400, things.count());
    }

    @DatabaseTest
    void anInterruptedThreadHarmsNobody(Database database) throws Exception {
        ThingStore things = things(database);
        Thread interrupted = new Thread(() -> {
            Thread.currentThread().interrupt();
            try {
                things.insert(thing("interrupted"));
            } catch (RuntimeException mayBeRefused) {
                Thread.currentThread().interrupt();
            }
        });
        interrupted.start();
        interrupted.join();
        int before = things.count();
        things.insert(thing("after"));
        assertEquals(before + 1, things.count());
        assertTrue(database.isAlive());
    }
}
