package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import}, and {@code export} of questions, as operators type them. */
class ExchangeCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = ExchangeCommandTest.class.getResourceAsStream("/exchange/" + name)) {
            Files.copy(Objects.requireNonNull(in), file);
        }
        return file;
    }

    @Test
    void importWritesFilesThatCheckFindsNothingIn() throws IOException {
        Path file = resource("moodle.xml");
        Path out = folder.resolve("questions");
        CommandRun run = CommandRun.of("import", file.toString(), "--out", out.toString());
        assertEquals(1, run.code(), run.out());
        assertTrue(run.out().contains("Sum of two (calculated): left out"), run.out());
        assertTrue(run.out().contains("10 questions: 7 carried over whole, 2 in part, 1 left out."), run.out());
        assertTrue(Files.exists(out.resolve("net-one.png")));
        CommandRun check = CommandRun.of("check", out.toString());
        assertEquals(0, check.code(), check.out() + check.err());
        assertEquals(
                9,
                Files.list(out)
                        .filter(made -> made.toString().endsWith(".yaml"))
                        .count());
    }

    @Test
    void importWritesOverNothingUnlessItIsToldTo() throws IOException {
        Path file = resource("examples.gift");
        String out = folder.resolve("questions").toString();
        assertEquals(1, CommandRun.of("import", file.toString(), "--out", out).code());
        CommandRun again = CommandRun.of("import", file.toString(), "--out", out);
        assertEquals(2, again.code());
        assertTrue(again.err().contains("--replace"), again.err());
        assertEquals(
                1,
                CommandRun.of("import", file.toString(), "--out", out, "--replace")
                        .code());
    }

    @Test
    void theReportIsJsonToo() throws IOException {
        Path file = resource("moodle.xml");
        CommandRun run = CommandRun.of(
                "import", file.toString(), "--out", folder.resolve("q").toString(), "--json");
        JsonNode report = Json.read(run.out());
        assertEquals("left_out", report.at("/items/9/outcome").textValue());
        assertEquals("calculated", report.at("/items/9/kind").textValue());
        assertTrue(report.at("/items/3/lost/0").textValue().contains("person"), run.out());
    }

    @Test
    void wrongFilesAndFormatsAreUsageErrors() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "<html></html>");
        assertEquals(2, CommandRun.of("import", page.toString()).code());
        assertEquals(
                2, CommandRun.of("import", folder.resolve("none").toString()).code());
        assertEquals(
                2, CommandRun.of("import", page.toString(), "--format", "word").code());
        assertEquals(2, CommandRun.of("export", "any", "--format", "word").code());
        assertEquals(
                2,
                CommandRun.of("export", page.resolveSibling("no.yaml").toString(), "--format", "moodle-xml")
                        .code());
    }

    @Test
    void anExamFileIsExportedWithoutADatabase() throws IOException {
        String exam = Path.of("db", "bank", "deep-learning", "deep-learning-final.yaml")
                .toString();
        Path xml = Files.writeString(folder.resolve("final.xml"), "an older export");
        CommandRun run =
                CommandRun.of("export", exam, "--format", "moodle-xml", "--out", xml.toString(), "--lang", "ko");
        assertEquals(1, run.code(), run.err());
        String text = Files.readString(xml);
        assertTrue(text.contains("5-a. 상관과 합성곱"), "title");
        assertEquals(1, Files.list(folder).filter(Files::isRegularFile).count(), "nothing is left beside the file");
        // the numbers of the exam, not drawn ones: the first cell of the correlation is 1 + 6 + 20 + 28
        assertTrue(text.contains(":NUMERICAL:=55:0"), "key");
        CommandRun nowhere = CommandRun.of(
                "export",
                exam,
                "--format",
                "moodle-xml",
                "--out",
                folder.resolve("no/final.xml").toString());
        assertEquals(2, nowhere.code());
        assertEquals(1, nowhere.err().lines().count(), nowhere.err());
        assertTrue(nowhere.err().contains("final.xml cannot be"), nowhere.err());
        Path again = folder.resolve("again");
        CommandRun back = CommandRun.of("import", xml.toString(), "--out", again.toString(), "--json");
        assertFalse(back.out().contains("left_out"), back.out());
        assertEquals(0, CommandRun.of("check", again.toString()).code());
    }

    @Test
    void anExamOfACourseIsExportedFromTheDatabase() throws IOException {
        String data = folder.resolve("data").toString();
        try (gradus.TestServer ignored = gradus.TestServer.start(Path.of(data))) {
            ignored.url("/");
        }
        Path zip = folder.resolve("c6.zip");
        CommandRun run = CommandRun.of(
                "export", "chapter-6-recurrent", "--format", "qti", "--out", zip.toString(), "--data", data);
        assertEquals(1, run.code(), run.err());
        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertTrue(read.stream().anyMatch(entry -> entry.getName().equals("lstm-step.xml")));
        }
        CommandRun question = CommandRun.of("export", "lstm-step", "--format", "moodle-xml", "--data", data);
        assertEquals(0, question.code(), question.err());
        assertTrue(question.out().startsWith("<?xml"), question.out());
        assertTrue(question.err().contains("One question"), question.err());
        assertEquals(
                2,
                CommandRun.of("export", "nothing", "--format", "moodle-xml", "--data", data)
                        .code());
    }
}
