package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a request counts as having come, by the time its head and its body take over a real connection. */
class ArrivalTest {
    /** Far from every edge that the test looks at, so that a slow machine changes nothing. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    @Test
    void anAnswerIsInTimeByItsHeadUnlessItsBodyTakesOverTenSeconds() throws Exception {
        Javalin server = Javalin.create(config -> config.routes.post("/", context -> {
            context.body();
            Arrival.bodyEnded(context);
            Thread.sleep(500); // the wait for a thread or a connection counts for nobody
            context.result(Arrival.of(context, Clock.systemUTC()).at().toString());
        }));
        server.start("127.0.0.1", 0);
        try {
            Instant first = Instant.now();
            assertTrue(
                    arrival(server.port(), 4).isBefore(first.plus(MARGIN)), "four seconds of body are the network's");
            Instant second = Instant.now();
            assertTrue(arrival(server.port(), 14).isAfter(second.plusSeconds(14).minus(MARGIN)), "fourteen are not");
        } finally {
            server.stop();
        }
    }

    /** When a request is said to have come whose body ends so many seconds after its head. */
    private static Instant arrival(int port, int seconds) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            send(socket, "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n\r\n1");
            Thread.sleep(seconds * 1000L);
            send(socket, "2");
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertEquals("200", answer.split(" ", 3)[1], answer);
            return Instant.parse(
                    answer.substring(answer.indexOf("\r\n\r\n") + 4).strip());
        }
    }

    private static void send(Socket socket, String text) throws Exception {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
