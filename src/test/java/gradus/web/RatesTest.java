package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.TestVisitor;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A program that asks in one person's name as no person does. */
class RatesTest {
    private static final String EXAM = "/courses/deep-learning/exams/deep-learning-practice";

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

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "not within a minute");
            Thread.sleep(200);
        }
    }
}
