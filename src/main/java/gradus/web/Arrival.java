package gradus.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * When, where and from where a request came in. It came when its headers had been read, however long it then waited for a thread
 * or a connection; only a body that took longer than ten seconds counts from its end, so that nobody keeps a request open to
 * write its answer later.
 *
 * @param node the server that took it
 * @param address the network address that it came from
 */
public record Arrival(Instant at, String node, String address) {
    private static final Duration LONGEST_BODY = Duration.ofSeconds(10);
    private static final String BODY_ENDED = "body-ended";
    private static final String NODE = hostName();

    /** Notes that the body is there as a whole. */
    static void bodyEnded(Context context) {
        context.attribute(BODY_ENDED, System.nanoTime());
    }

    /** The arrival of the request of this context, by this clock. */
    public static Arrival of(Context context, Clock clock) {
        Instant now = clock.instant();
        long nanos = System.nanoTime();
        long headers =
                ServletContextRequest.getServletContextRequest(context.req()).getHeadersNanoTime();
        Long body = context.attribute(BODY_ENDED);
        long came = body != null && body - headers > LONGEST_BODY.toNanos() ? body : headers;
        return new Arrival(now.minusMillis(Duration.ofNanos(nanos - came).toMillis()), NODE, context.ip());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
