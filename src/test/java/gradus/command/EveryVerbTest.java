package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EveryVerbTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data = Path.of("");

    @Test
    void everyVerbTakesJson() {
        assertJson(new CommandLine(new GradusCommand()));
    }

    private static void assertJson(CommandLine verb) {
        assertNotNull(verb.getCommandSpec().findOption("--json"), verb.getCommandName());
        verb.getSubcommands().values().forEach(EveryVerbTest::assertJson);
    }

    @Test
    void aVerbThatPrintsNothingButJsonTakesItToo() {
        assertEquals("{\"value\":3}\n", CommandRun.of("eval", "1+2", "--json").out());
        assertEquals("{\"value\":3}\n", CommandRun.of("--json", "eval", "1+2").out());
    }

    @Test
    void aPersonIsAddedInJson() throws IOException {
        String[] add = {"user", "add", "--login", "s1", "--role", "grader", "--data", data.toString(), "--json"};
        JsonNode added = JSON.readTree(CommandRun.of(add).out());
        assertTrue(added.get("added").booleanValue(), added.toString());
        assertTrue(added.get("link").textValue().contains("/welcome/"), added.toString());
        assertEquals("grader", added.get("role").textValue());
        JsonNode again = JSON.readTree(CommandRun.of(add).out());
        assertEquals(false, again.get("added").booleanValue());
        assertEquals("deep-learning", again.get("course").textValue());
    }

    @Test
    void aTokenIsToldOnceAndEndsByItsName() throws IOException {
        CommandRun.of("user", "add", "--login", "program", "--role", "instructor", "--data", data.toString());
        String[] add = {
            "token", "add", "--login", "program", "--scopes", "scores,scores:write", "--data", data.toString()
        };
        CommandRun told = CommandRun.of(add);
        assertTrue(told.out().matches("The token, which is told only now: [A-Za-z0-9_-]{43}\\R"), told.out());
        CommandRun unknown = CommandRun.of(
                "token", "add", "--login", "program", "--scopes", "everything", "--data", data.toString());
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("everything is no scope."), unknown.err());
        CommandRun ended = CommandRun.of("token", "end", "--login", "program", "--data", data.toString(), "--json");
        assertEquals(1, JSON.readTree(ended.out()).get("ended").intValue());
    }

    @Test
    void aCourseIsAddedOnce() throws IOException {
        String[] add = {"course", "add", "vision", "--title", "en=Vision", "--data", data.toString()};
        assertEquals("The course vision is there now.\n", CommandRun.of(add).out());
        CommandRun again = CommandRun.of(add);
        assertEquals(2, again.code());
        assertTrue(again.err().contains("There is a course vision already."), again.err());
        assertEquals(
                2, CommandRun.of("course", "add", "Vision!", "--title", "en=V").code());
    }

    @Test
    void aPortThatThereIsNotIsWrongUse() {
        for (String port : List.of("65536", "-1", "seven")) {
            CommandRun run = CommandRun.of("serve", "--port", port, "--data", data.toString());
            assertEquals(2, run.code(), run.err());
            assertTrue(run.err().contains(port) && !run.err().contains("Exception"), run.err());
        }
    }

    @Test
    void wrongUseIsSaidInJson() throws IOException {
        CommandRun run = CommandRun.of("check", "--json");
        assertEquals(2, run.code());
        assertTrue(JSON.readTree(run.out()).at("/error/message").isTextual(), run.out());
    }
}
