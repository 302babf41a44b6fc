package gradus.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
    public interface CountingStore {
        int count(int failures);
    }

    private static RuntimeException failure(String state) {
        return new IllegalStateException(new SQLException("refused", state));
    }

    private static CountingStore failing(AtomicInteger tries, String state) {
        return new Looks().keeping(CountingStore.class, failures -> {
            if (tries.incrementAndGet() <= failures) {
                throw failure(state);
            }
            return tries.get();
        });
    }

    @Test
    void aTransactionThatCouldNotBeSerialisedRunsAgain() {
        assertEquals(4, failing(new AtomicInteger(), "40001").count(3));
        assertEquals(2, failing(new AtomicInteger(), "40P01").count(1));
    }

    @Test
    void anyOtherFailureIsFinal() {
        AtomicInteger tries = new AtomicInteger();
        CountingStore store = failing(tries, "23505");
        assertThrows(IllegalStateException.class, () -> store.count(1));
        assertEquals(1, tries.get());
    }

    @Test
    void itGivesUpAfterSomeTriesWithTheFailureItself() {
        AtomicInteger tries = new AtomicInteger();
        RuntimeException failure = failure("40001");
        RuntimeException last = assertThrows(
                RuntimeException.class,
                () -> Retry.whole(() -> {
                    tries.incrementAndGet();
                    throw failure;
                }));
        assertSame(failure, last);
        assertEquals(8, tries.get());
    }
}
