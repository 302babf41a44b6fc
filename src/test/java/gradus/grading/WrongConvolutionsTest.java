package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.Value;
import gradus.json.Json;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every wrong matrix that is known of the exam's question on convolution is named by a fault, none of them written out. */
class WrongConvolutionsTest {
    private static final Path FILE = Path.of("src", "test", "resources", "grading", "wrong-convolutions.jsonl");

    @Test
    void allAreNamedOnTheDataOfTheExam() throws IOException {
        Question question = ShippedBank.question("correlation-convolution");
        Variant variant = Variant.draw(
                question,
                0,
                Map.of(
                        "x", matrix("[[1,2,3,0,0],[0,4,5,6,0],[0,0,7,8,9],[0,0,0,0,0],[0,0,0,0,10]]"),
                        "f", matrix("[[1,0,2],[0,5,0],[3,0,4]]")));
        Set<String> names = new LinkedHashSet<>(question.params().keySet());
        List<String> unnamed = new ArrayList<>();
        int known = 0;
        for (String line : Files.readAllLines(FILE)) {
            JsonNode wrong = Json.stored(line);
            Part part = question.part(wrong.path("part").asText());
            assertEquals(List.of(), part.mistakes());
            Answer answer = Objects.requireNonNull(
                    variant.finite(Expression.parse(wrong.path("wrong").asText(), Vocabulary.author(names)), part));
            PartResult result = Grader.grade(
                            variant, Map.of(part.id(), part.type().print(answer, part)))
                    .part(part.id());
            known++;
            if (result.mistake() == null
                    || result.fault() == null
                    || result.fault().id() == null) {
                unnamed.add(part.id() + " " + wrong.path("what").asText() + ": " + result.mistake());
            }
        }
        assertEquals(List.of(), unnamed);
        assertEquals(86, known);
    }

    private static Value matrix(String text) {
        return Expression.parse(text, Vocabulary.author()).evaluate(name -> null);
    }
}
