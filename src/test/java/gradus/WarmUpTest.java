package gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A server that practises before it says that it is ready. */
class WarmUpTest {
    @Test
    void aServerThatPractisesAnswersPagesMeanwhileAndSaysAfterwardsThatItIsReady(@TempDir Path folder)
            throws Exception {
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        Logger log = (Logger) LoggerFactory.getLogger(WarmUp.class);
        log.addAppender(said);
        try (App app = App.startAndWarmUp(new Settings("127.0.0.1", 0, folder, null, List.of(), false))) {
            TestVisitor visitor = new TestVisitor(app.address());
            HttpResponse<String> health = visitor.get("/healthz");
            assertEquals(503, health.statusCode());
            assertTrue(health.body().contains("warming up"), health.body());
            assertEquals(200, visitor.get("/").statusCode());
            long until = System.nanoTime() + 120_000_000_000L;
            while (visitor.get("/healthz").statusCode() != 200) {
                assertTrue(System.nanoTime() < until, "not within two minutes");
                Thread.sleep(200);
            }
            assertEquals(List.of(), said.list, "every page that it practised on was there");
        } finally {
            log.detachAppender(said);
        }
    }
}
