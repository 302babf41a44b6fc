package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pure core is a library that anyone can use alone; CONTRIBUTING.md shows this very code. */
class LibraryUseTest {
    private static String verdicts(Path file) throws IOException {
        // as in CONTRIBUTING.md
        Question question =
                QuestionFile.read(Files.readString(file), file.getFileName().toString());
        Variant variant = Variant.draw(question, 7);
        Result result = Grader.grade(variant, Map.of("relu", "max(0, x)", "tanh", "(e^x + e^-x)/(e^x - e^-x)"));
        StringBuilder verdicts = new StringBuilder();
        for (PartResult part : result.parts()) {
            verdicts.append(part.id()).append(": ").append(part.verdict().word());
            verdicts.append(part.mistake() == null ? "\n" : " (" + part.mistake() + ")\n");
        }
        return verdicts.toString();
        // end
    }

    @Test
    void tenLinesGradeAFile() throws IOException {
        String verdicts = verdicts(Path.of("db/bank/deep-learning/questions/activations.yaml"));
        assertTrue(verdicts.contains("relu: correct\n"), verdicts);
        assertTrue(verdicts.contains("sigmoid: blank\n"), verdicts);
        assertEquals(4, verdicts.lines().count());
    }

    @Test
    void theManualShowsTheCodeThatRuns() throws IOException {
        List<String> source = Files.readAllLines(Path.of("src/test/java/gradus/grading/LibraryUseTest.java"));
        int from = source.indexOf("        // as in CONTRIBUTING.md") + 1;
        int to = source.indexOf("        // end");
        List<String> shown = Files.readAllLines(Path.of("CONTRIBUTING.md")).stream()
                .map(String::strip)
                .toList();
        source.subList(from, to).forEach(line -> assertTrue(shown.contains(line.strip()), line));
    }
}
