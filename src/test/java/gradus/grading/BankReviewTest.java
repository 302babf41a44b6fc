package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.exam.ExamEntry;
import gradus.expression.value.Value;
import gradus.question.Question;
import gradus.question.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sheets that a professor typed into the shipped questions, with what they must earn; in {@code bank/review.json}. */
class BankReviewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Named<JsonNode>> sheets() throws IOException {
        try (InputStream file = Objects.requireNonNull(BankReviewTest.class.getResourceAsStream("/bank/review.json"))) {
            return StreamSupport.stream(JSON.readTree(file).spliterator(), false)
                    .map(sheet -> Named.of(sheet.get("what").textValue(), sheet))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void earnsWhatIsDue(JsonNode sheet) {
        Question question = ShippedBank.question(sheet.get("question").textValue());
        Map<String, String> typed =
                JSON.convertValue(sheet.get("responses"), new TypeReference<Map<String, String>>() {});
        for (long seed = 1; seed <= sheet.path("seeds").asInt(1); seed++) {
            Result result = Grader.grade(Variant.draw(question, seed, with(sheet, question)), typed);
            double score = result.score().doubleValue();
            if (sheet.has("score")) {
                assertEquals(sheet.get("score").doubleValue(), score, result.parts()::toString);
            } else {
                assertTrue(score <= sheet.get("most").doubleValue(), score + " of " + result.parts());
            }
            for (Map.Entry<String, JsonNode> words : sheet.path("says").properties()) {
                String told = result.part(words.getKey()).feedback().stream()
                        .map(feedback -> feedback.say().in(Locale.ENGLISH))
                        .collect(Collectors.joining(" "));
                assertTrue(told.contains(words.getValue().textValue()), told);
            }
        }
    }

    private static Map<String, Value> with(JsonNode sheet, Question question) {
        return sheet.has("exam")
                ? ShippedBank.exam(sheet.get("exam").textValue()).stream()
                        .filter(asked -> asked.question().equals(question.id()))
                        .findFirst()
                        .map(ExamEntry::with)
                        .orElseThrow()
                : Map.of();
    }
}
