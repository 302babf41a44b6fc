package gradus.database;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    @Test
    void aRunThatFailsIsNotTheLast() throws Exception {
        CountDownLatch runs = new CountDownLatch(3);
        try (Background background = new Background()) {
            background.every(Duration.ofMillis(10), "a work that always fails", () -> {
                runs.countDown();
                throw new IllegalStateException("this time too");
            });
            assertTrue(runs.await(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatRunsWhileTheServerStopsComesToItsEnd() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch stops = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Background background = new Background();
        background.every(Duration.ofHours(1), "a work that takes a moment", () -> {
            started.countDown();
            try {
                stops.await();
                Thread.sleep(100);
                ended.set(true);
            } catch (InterruptedException early) {
                Thread.currentThread().interrupt();
            }
        });
        assertTrue(started.await(30, TimeUnit.SECONDS));
        stops.countDown();
        background.close();
        assertTrue(ended.get());
    }
}
