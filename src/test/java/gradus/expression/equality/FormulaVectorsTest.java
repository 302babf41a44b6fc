package gradus.expression.equality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Scope;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formula cases from elsewhere: {@code vectors/formula.json}. */
class FormulaVectorsTest {
    static Stream<JsonNode> cases() throws IOException {
        JsonNode cases = new ObjectMapper().readTree(FormulaVectorsTest.class.getResource("/vectors/formula.json"));
        return StreamSupport.stream(cases.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void foreignCasesGetTheirVerdict(JsonNode given) {
        Symbols.Builder builder = Symbols.builder();
        given.at("/part/symbols").fields().forEachRemaining(symbol -> {
            JsonNode domain = symbol.getValue();
            int[] shape = StreamSupport.stream(domain.path("shape").spliterator(), false)
                    .mapToInt(JsonNode::asInt)
                    .toArray();
            Double from = domain.has("from") ? domain.path("from").asDouble() : null;
            Double to = domain.has("to") ? domain.path("to").asDouble() : null;
            builder.add(
                    symbol.getKey(),
                    Symbols.Domain.within(Arrays.stream(shape).boxed().toList(), from, to, false));
        });
        Symbols symbols = builder.build();
        Expression key = Expression.parse(given.at("/part/expect").asText(), Vocabulary.author(symbols.names()));
        assertEquals(
                given.at("/expect/verdict").asText(),
                verdict(
                        FormulaKey.prepare(key, symbols, Scope.EMPTY),
                        given.get("response").asText(),
                        symbols));
    }

    private static String verdict(FormulaKey key, String response, Symbols symbols) {
        try {
            return key.compare(Expression.parse(response, symbols.vocabulary())).isEqual() ? "correct" : "incorrect";
        } catch (ExpressionException unreadable) {
            return "unreadable";
        }
    }
}
