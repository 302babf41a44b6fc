package gradus.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A course's own functions in the bank: they go with the questions that were written with them. */
class CourseFunctionsTest {
    private static final String FUNCTIONS = """
            twice:
              signature: 'twice(a)'
              say: Twice.
              lines: {b: '2*a'}
              returns: b
            """;
    private static final String QUESTION =
            "id: q\ntitle: Q\nprompt: P\nparts: [{id: a, type: integer, expect: twice(4)}]\n";

    @TempDir
    Path folder = Path.of("");

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve("deep-learning").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void aQuestionKeepsTheFunctionsItWasPublishedWith() throws IOException {
        file("functions.yaml", FUNCTIONS);
        file("questions/q.yaml", QUESTION);
        file("questions/plain.yaml", QUESTION.replace("id: q", "id: plain").replace("twice(4)", "8"));
        try (TestServer server = TestServer.withBank(folder);
                Bank bank = new Bank(server.database(), Clock.systemUTC(), List.of(BankFolder.at(folder)))) {
            bank.load();
            assertEquals(List.of(), bank.problems("deep-learning"));
            String before = bank.current("deep-learning", "q").orElseThrow().revision();
            String plain = bank.current("deep-learning", "plain").orElseThrow().revision();
            file("functions.yaml", FUNCTIONS.replace("2*a", "3*a"));
            bank.load();
            String after = bank.current("deep-learning", "q").orElseThrow().revision();
            assertFalse(before.equals(after));
            assertEquals(
                    plain, bank.current("deep-learning", "plain").orElseThrow().revision());
            assertEquals("8.0", key(bank.content("deep-learning", before)));
            assertEquals("12.0", key(bank.content("deep-learning", after)));
            file("functions.yaml", FUNCTIONS.replace("2*a", "2*c"));
            bank.load();
            String said = bank.problems("deep-learning").get(0).in(Locale.ENGLISH);
            assertTrue(said.startsWith("functions.yaml:4:"), said);
            assertEquals(after, bank.current("deep-learning", "q").orElseThrow().revision());
        }
    }

    private static String key(String text) {
        Question question = QuestionFile.read(text, "q.yaml");
        return Variant.draw(question, 1).key(question.part("a")).toString().replaceAll(".*?([0-9]+\\.[0-9]+).*", "$1");
    }
}
