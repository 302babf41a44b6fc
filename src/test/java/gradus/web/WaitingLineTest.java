package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.message.Message;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** More requests that need long than the server has threads, and somebody who asks for a page meanwhile. */
class WaitingLineTest {
    private static final int MANY = 400;

    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch go = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<String> served = new ConcurrentLinkedQueue<>();

    @Test
    void whoWaitsForATurnKeepsNobodyFromAPageAndIsServedInOrder() throws Exception {
        try (WaitingLine line = new WaitingLine()) {
            Javalin server = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.jetty.modifyServer(SlowSenders::guard);
                config.routes.exception(Refusal.class, (refusal, context) -> context.status(refusal.status()));
                config.routes.get("/page", context -> context.result("page"));
                config.routes.post("/refused", line.inTurn(context -> {
                    throw Refusal.conflict(Message.of("web.error-400"));
                }));
                config.routes.post("/sign-in", line.inTurn(context -> {
                    go.await();
                    served.add(context.body());
                    context.result("served " + context.body());
                }));
            });
            server.start("127.0.0.1", 0);
            try {
                List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
                for (int i = 0; i < MANY; i++) {
                    waiting.add(
                            client.sendAsync(post(server, "/sign-in", "" + i), HttpResponse.BodyHandlers.ofString()));
                }
                HttpRequest page =
                        HttpRequest.newBuilder(address(server, "/page")).build();
                assertEquals(
                        "page",
                        client.send(page, HttpResponse.BodyHandlers.ofString()).body());
                assertTrue(served.isEmpty(), "the page came only after the others");
                CompletableFuture<HttpResponse<String>> refused =
                        client.sendAsync(post(server, "/refused", ""), HttpResponse.BodyHandlers.ofString());
                go.countDown();
                for (int i = 0; i < MANY; i++) {
                    assertEquals("served " + i, waiting.get(i).join().body());
                }
                assertEquals(409, refused.join().statusCode());
                assertEquals(MANY, served.size());
            } finally {
                server.stop();
            }
        }
    }

    private static HttpRequest post(Javalin server, String path, String body) {
        return HttpRequest.newBuilder(address(server, path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static URI address(Javalin server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
