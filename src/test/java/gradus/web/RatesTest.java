package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.TestVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A program that asks in one person's name as no person does. */
class RatesTest {
    private static final String EXAM = "/courses/deep-learning/exams/deep-learning-practice";
    private static final int AT_ONCE = 50;

    @Test
    void startsOfOnePersonHaveABoundForAWhileAndNobodyElsesHave() throws Exception {
        try (TestServer server = TestServer.start()) {
            TestVisitor program = server.visitor();
            TestVisitor student = server.visitor();
            program.open(EXAM).press("Start");
            student.open(EXAM).press("Start");
            int begun = 0;
            while (begun < 5_000 && program.post(EXAM + "/attempts", Map.of()).statusCode() != 429) {
                begun++;
            }
            assertTrue(begun >= 90 && begun < 5_000, begun + " starts");
            assertEquals(200, student.post(EXAM + "/attempts", Map.of()).statusCode());
            await(() -> program.post(EXAM + "/attempts", Map.of()).statusCode() == 200);
        }
    }

    @Test
    void strangersOfOneAddressHaveABoundFarAboveAClassAndWhoHasBegunHasNot() throws Exception {
        try (TestServer server = TestServer.start()) {
            TestVisitor student = server.visitor();
            student.open(EXAM).press("Start");
            TestVisitor program = server.visitor();
            int asked = 0;
            while (asked < 10_000
                    && program.post("/courses/none/exams/none/attempts", Map.of())
                                    .statusCode()
                            != 429) {
                asked++;
            }
            assertTrue(asked >= 3_000 && asked < 10_000, asked + " requests");
            boolean refused = false;
            for (int more = 0;
                    more < 100 && !refused;
                    more++) { // on a slow machine there may be room for one again by now
                // somebody new each time, as who is let in once is no stranger any more; already connected, as that
                // takes time
                TestVisitor another = server.visitor();
                another.get("/sign-in");
                while (program.post("/courses/none/exams/none/attempts", Map.of())
                                .statusCode()
                        != 429) {
                    asked++;
                }
                refused = another.post(EXAM + "/practice", Map.of()).statusCode() == 429;
            }
            assertTrue(refused, "another door of the same stranger");
            assertEquals(200, student.post(EXAM + "/attempts", Map.of()).statusCode());
        }
    }

    @Test
    void whoIsRefusedLeavesTheirPlaceToTheNext() {
        try (TestServer server = TestServer.start()) {
            TestVisitor visitor = server.visitor();
            int more = 2 * Math.max(16, 8 * Runtime.getRuntime().availableProcessors());
            for (int i = 0; i < more; i++) {
                assertEquals(404, visitor.get("/courses/none/exams/none").statusCode());
                assertEquals(404, visitor.get("/nowhere").statusCode());
                assertEquals(
                        404,
                        visitor.post("/courses/none/exams/none/practice", Map.of())
                                .statusCode());
            }
            assertEquals(200, visitor.get("/").statusCode());
        }
    }

    @Test
    void readingsAndSavesOfOnePersonHaveABoundFarAboveTypingAndNobodyElsesHave() {
        try (TestServer server = TestServer.start()) {
            TestVisitor student = server.visitor();
            String theirs = student.open(EXAM).press("Start").path().replaceFirst("/questions/.*", "");
            for (String door : List.of("/readings", "/responses")) {
                TestVisitor program = server.visitor();
                String attempt = program.open(EXAM).press("Start").path().replaceFirst("/questions/.*", "");
                int most = door.equals("/readings") ? 1_000 : 5_000;
                AtomicInteger answered = new AtomicInteger();
                Queue<String> refused = new ConcurrentLinkedQueue<>();
                List<CompletableFuture<Void>> windows = new ArrayList<>();
                for (int window = 0; window < 8; window++) {
                    windows.add(CompletableFuture.runAsync(
                            () -> {
                                while (refused.isEmpty() && answered.get() < 20 * most) {
                                    for (String reply : atOnce(server, program, attempt + door)) {
                                        if (reply.startsWith("429")) {
                                            refused.add(reply);
                                        } else {
                                            answered.incrementAndGet();
                                        }
                                    }
                                }
                            },
                            command -> new Thread(command).start()));
                }
                windows.forEach(CompletableFuture::join);
                assertTrue(refused.toString().contains("That was faster than anybody can type."), door + refused);
                assertTrue(answered.get() >= most, answered + " answers of " + door);
                assertEquals(400, student.postJson(theirs + door, "{").statusCode(), "others are not held back");
            }
        }
    }

    /** Many requests in one breath, which costs this side next to nothing; the replies, each from its status on. */
    private static List<String> atOnce(TestServer server, TestVisitor sender, String path) {
        URI address = URI.create(server.app().address());
        String request = "POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nCookie: gradus="
                + sender.cookie("gradus") + "\r\nX-CSRF-Token: " + sender.csrf()
                + "\r\nAccept: application/json\r\nAccept-Language: en\r\nContent-Type: application/json\r\nContent-Length: 1";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String all = (request + "\r\n\r\n{").repeat(AT_ONCE - 1) + request + "\r\nConnection: close\r\n\r\n{";
            socket.getOutputStream().write(all.getBytes(StandardCharsets.UTF_8));
            String replies = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> each = List.of(replies.substring("HTTP/1.1 ".length()).split("HTTP/1\\.1 "));
            assertEquals(AT_ONCE, each.size(), replies);
            return each;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "not within a minute");
            Thread.sleep(200);
        }
    }
}
