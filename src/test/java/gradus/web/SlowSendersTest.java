package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.kill.Others;
import gradus.kill.Pace;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;

/** Clients that send a byte at a time, three hundred of them, more than there are threads. */
class SlowSendersTest {
    private static final int SENDERS = 300;

    @Test
    void holdUpNobodyAndAreShownTheDoor() throws Exception {
        try (TestServer server = TestServer.start();
                Others others = Others.at(server.app().address())) {
            Pace.measure(() -> {
                Pace quiet = others.pace();
                List<Socket> senders = new ArrayList<>();
                try {
                    long begun = System.nanoTime();
                    for (int i = 0; i < SENDERS; i++) {
                        senders.add(begin(server, i % 2 == 0));
                    }
                    assertTrue(areAllClosed(senders), "some may send for ever");
                    others.paceSince(begun).assertLike(quiet, "saves beside " + SENDERS + " slow senders");
                    assertEquals(200, server.visitor().get("/healthz").statusCode());
                } finally {
                    for (Socket sender : senders) {
                        sender.close();
                    }
                }
            });
        }
    }

    /** Each place is taken, and more than Jetty would let wait by itself come, and for longer than its connections may be idle. */
    @Test
    void aClassThatWaitsForItsPagesIsNotSentAway() throws Exception {
        CountDownLatch drawn = new CountDownLatch(1);
        Server server = new Server(new QueuedThreadPool(250));
        ServerConnector connector = new ServerConnector(server);
        connector.setIdleTimeout(1_000);
        server.addConnector(connector);
        SlowSenders.guard(server);
        server.getTail().setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                drawn.await();
                Content.Sink.write(response, true, "done", callback);
                return true;
            }
        });
        server.start();
        try {
            HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            HttpClient students = HttpClient.newHttpClient();
            List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
            for (int student = 0; student < 1_500; student++) {
                waiting.add(students.sendAsync(page, HttpResponse.BodyHandlers.ofString()));
            }
            Thread.sleep(4_000);
            drawn.countDown();
            for (CompletableFuture<HttpResponse<String>> one : waiting) {
                assertEquals("done", one.get(60, TimeUnit.SECONDS).body());
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void whoHasSentAllMayWaitForASlowAnswer() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        SlowSenders.guard(server, Duration.ofSeconds(2), Duration.ofMillis(500));
        server.getTail().setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                Thread.sleep(request.getHttpURI().getPath().equals("/slow") ? 4_000 : 0);
                Content.Sink.write(response, true, "done", callback);
                return true;
            }
        });
        server.start();
        try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
            Thread.sleep(800); // until the connection was looked at once while it sent nothing
            send(socket, "GET /slow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(answer.endsWith("done"), answer);
        } finally {
            server.stop();
        }
    }

    /** A request of which the head or, after a whole head, the body is missing. */
    private static Socket begin(TestServer server, boolean wholeHead) throws IOException {
        URI address = URI.create(server.url("/"));
        Socket socket = new Socket("127.0.0.1", address.getPort());
        String head = "POST /sign-in HTTP/1.1\r\nHost: localhost:" + address.getPort()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n";
        send(socket, wholeHead ? head + "\r\n" : head);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static void drip(List<Socket> senders) {
        for (Socket sender : senders) {
            try {
                send(sender, "a");
            } catch (IOException closed) {
                // what this test waits for; the next read of the socket tells it
            }
        }
    }

    private static boolean areAllClosed(List<Socket> senders) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        List<Socket> open = new ArrayList<>(senders);
        while (!open.isEmpty() && System.nanoTime() < until) {
            drip(open);
            Thread.sleep(1000);
            open.removeIf(SlowSendersTest::isClosed);
        }
        return open.isEmpty();
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(1);
            socket.getInputStream().skipNBytes(1 << 20);
            return false;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException ended) {
            return true;
        }
    }
}
