package gradus.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guard against clients that send a request byte by byte, so that they hold up nobody else.
 *
 * <p>Two measures. A body is collected by the selector, and only a whole one gets a thread: a sender that dawdles costs memory
 * for what has come, and no thread. And every {@link #PERIOD} each connection is looked at: one that has been sending
 * the same request for longer than {@link #PATIENCE}, and more slowly than {@link #LEAST_BYTES_A_SECOND} since it
 * began, is closed; one whose request is all there may wait for its answer as long as that takes. Neither counts people or
 * requests, so a class behind one address is never held back.
 */
final class SlowSenders implements Connection.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final long LEAST_BYTES_A_SECOND = 2048;
    /** What one piece of a body may hold on to in the server's buffers, however short it is. */
    private static final int BUFFER = 2048;

    /** Requests that may have a thread at one time, of the 250 that there are; the rest are for who asks after the server's health. */
    private static final int MOST_AT_ONCE = 200;

    /** Longer than a whole class takes on a slow machine. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    /** More than any class has students; each who waits costs a few kilobytes and no thread. */
    private static final int MOST_WAITING = 20_000;

    private static final Logger log = LoggerFactory.getLogger(SlowSenders.class);

    private final Map<Connection, Progress> progress = new ConcurrentHashMap<>();
    private final Duration patience;
    private final Duration period;

    private SlowSenders(Duration patience, Duration period) {
        this.patience = patience;
        this.period = period;
    }

    /** Puts the guard in front of everything that the server handles. */
    static void guard(Server server) {
        guard(server, PATIENCE, PERIOD);
    }

    static void guard(Server server, Duration patience, Duration period) {
        SlowSenders guard = new SlowSenders(patience, period);
        QoSHandler pages = new QoSHandler();
        pages.setMaxRequestCount(MOST_AT_ONCE);
        pages.setMaxSuspend(LONGEST_WAIT);
        pages.setMaxSuspendedRequestCount(MOST_WAITING);
        pages.excludePath("/healthz");
        pages.excludePath("/metrics");
        // these wait for their turn without a thread, so that they must not keep others from one
        pages.excludePath("/sign-in");
        pages.excludePath("/sign-up");
        pages.excludePath("/welcome/*");
        server.setHandler(new EagerContentHandler(
                guard.noting(pages), new RetainedContentLoaderFactory(4 * Gate.LARGEST_BODY, BUFFER, false)));
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                for (Connector connector : server.getConnectors()) {
                    connector.addBean(guard);
                }
            }

            @Override
            public void lifeCycleStarted(LifeCycle started) {
                guard.lookAgain(server);
            }
        });
    }

    /** A handler that notes of each request that it is all there, and hands it on. */
    private Handler noting(Handler next) {
        return new Handler.Wrapper(next) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                Progress sending = progress.get(request.getConnectionMetaData().getConnection());
                if (sending != null) {
                    sending.arrived = true;
                }
                request.addIdleTimeoutListener(idle -> false); // who waits for a turn is not idle
                return super.handle(request, response, callback);
            }
        };
    }

    @Override
    public void onOpened(Connection connection) {
        progress.put(connection, new Progress(connection));
    }

    @Override
    public void onClosed(Connection connection) {
        progress.remove(connection);
    }

    private void lookAgain(Server server) {
        server.getScheduler()
                .schedule(
                        () -> {
                            progress.values().forEach(this::look);
                            lookAgain(server);
                        },
                        period.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void look(Progress progress) {
        try {
            progress.look(patience);
        } catch (RuntimeException gone) {
            log.debug("a connection ended while it was looked at", gone);
        }
    }

    /** How far the request has come that a connection is sending. */
    private static final class Progress {
        private final Connection connection;
        private volatile boolean arrived;
        private long answered = -1;
        private long bytesBefore;
        private long since;

        Progress(Connection connection) {
            this.connection = connection;
        }

        void look(Duration patience) {
            long bytes = connection.getBytesIn();
            long now = System.nanoTime();
            boolean next = connection.getMessagesOut() != answered;
            if (next || arrived || bytes == bytesBefore) {
                arrived = arrived && !next;
                answered = connection.getMessagesOut();
                bytesBefore = bytes;
                since = now;
                return;
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(now - since);
            if (seconds >= patience.toSeconds() && bytes - bytesBefore < seconds * LEAST_BYTES_A_SECOND) {
                log.info(
                        "closing {}, which sends too slowly",
                        connection.getEndPoint().getRemoteSocketAddress());
                connection.getEndPoint().close();
            }
        }
    }
}
