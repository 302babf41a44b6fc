package gradus.database;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
}
