package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Typical slips of students in the shipped questions, in {@code bank/slips.json}: none is right, and each is told something. */
class SlipsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Named<JsonNode>> questions() throws IOException {
        try (InputStream file = Objects.requireNonNull(SlipsTest.class.getResourceAsStream("/bank/slips.json"))) {
            return StreamSupport.stream(JSON.readTree(file).spliterator(), false)
                    .map(slips -> Named.of(slips.get("question").textValue(), slips))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void areNamedOrLocated(JsonNode slips) {
        Question question = ShippedBank.question(slips.get("question").textValue());
        Set<String> names = new HashSet<>(question.params().keySet());
        names.addAll(question.let().keySet());
        question.parts().forEach(part -> names.add(part.id()));
        List<String> untold = new ArrayList<>();
        Variant variant = Variant.draw(question, 11);
        for (Map.Entry<String, JsonNode> slip : slips.get("slips").properties()) {
            Part part = question.part(slip.getKey());
            for (JsonNode expression : slip.getValue()) {
                Expression wrong = Expression.parse(expression.textValue(), Vocabulary.author(names));
                String typed = part.type().print(part.type().answer(wrong, part, variant), part);
                PartResult graded =
                        Grader.grade(variant, Map.of(part.id(), typed)).part(part.id());
                assertTrue(
                        graded.score().compareTo(part.points()) < 0,
                        () -> part.id() + " " + expression + " of " + variant.params());
                if (graded.mistake() == null && graded.feedback().isEmpty()) {
                    untold.add(part.id() + ": " + expression.textValue());
                }
            }
        }
        assertEquals(List.of(), untold);
    }
}
