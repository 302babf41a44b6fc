package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.ServerProcess;
import gradus.TestVisitor;
import gradus.question.Text;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThirdLanguageTest {
    @TempDir
    private Path folder;

    /** A folder of classes with one file more. */
    private Path esperanto() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Files.writeString(classes.resolve("messages_eo.properties"), """
                language.name=Esperanto
                language.region=001
                account.sign-in=Ensalutu
                function.sigmoid=La logistika funkcio.
                """);
        return classes;
    }

    @Test
    void aLanguageIsOneFileOfTexts() throws Exception {
        Path classes = esperanto();
        String data = folder.resolve("data").toString();
        try (ServerProcess server = ServerProcess.startBeside(classes, "serve", "--port", "0", "--data", data)) {
            TestVisitor visitor = server.visitor();
            String english = visitor.get("/sign-in").body();
            assertTrue(english.contains("value=\"eo\" lang=\"eo\""), english);
            assertTrue(english.contains(">Esperanto</button>") && english.contains(">한국어</button>"), english);
            assertFalse(english.contains("Ensalutu"));
            assertEquals(
                    200,
                    visitor.post("/language", Map.of("language", "eo", "back", "/sign-in"))
                            .statusCode());
            String esperanto = visitor.get("/sign-in").body();
            assertTrue(esperanto.contains("lang=\"eo\"") && esperanto.contains("Ensalutu"), esperanto);
            assertTrue(esperanto.contains(">English</button>") && esperanto.contains(">한국어</button>"), esperanto);
            assertTrue(esperanto.contains("Skip to the content"), "what it has no text for is said in English");
            assertEquals(200, visitor.get("/").statusCode());
            String functions = visitor.get("/help/functions").body();
            assertTrue(functions.contains("La logistika funkcio.") && functions.contains("correlate2d"), functions);
            assertTrue(visitor.get("/schema/functions.json").body().contains("\"eo\":\"La logistika funkcio.\""));
        }
    }

    @Test
    void questionsOfMoodleKeepEachLanguageThatIsSpoken() throws Exception {
        Path quiz = Files.writeString(folder.resolve("quiz.xml"), """
                <quiz><question type="shortanswer"><name><text>sum</text></name><questiontext><text><![CDATA[
                <span lang="eo" class="multilang">Kiom?</span><span lang="fr" class="multilang">Combien?</span>
                <span lang="ko" class="multilang">얼마입니까?</span><span lang="en" class="multilang">How many?</span>]]></text>
                </questiontext><answer fraction="100"><text>3</text></answer></question></quiz>
                """);
        Path out = folder.resolve("questions");
        try (ServerProcess reading =
                ServerProcess.startBeside(esperanto(), "import", quiz.toString(), "--out", out.toString())) {
            assertEquals(1, reading.exitCode(), () -> "something was lost: " + reading.errors());
            assertTrue(reading.output().contains("fr"), reading.output());
            Text prompt = QuestionFile.read(Files.readString(out.resolve("sum.yaml")), "sum.yaml")
                    .prompt();
            assertEquals(Map.of("en", "How many?", "eo", "Kiom?", "ko", "얼마입니까?"), prompt.byLanguage());
        }
    }
}
