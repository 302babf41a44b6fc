package gradus.expression.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Printing;
import gradus.expression.value.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions that a course lists for itself. */
class ListingFileTest {
    static final String CONTRACT = """
            ema_sgd:
              signature: 'ema_sgd(w, grads, lr, beta=0.9)'
              say: {ko: '이동 평균을 따라 내려갑니다.', en: 'Gradient descent along a moving average.'}
              start: {v: '0*w'}
              each: g in grads                     # the lines below, once a step
              lines: {v: 'beta*v + (1-beta)*g', w: 'w - lr*v'}
              returns: [w, v]                      # fields of the record; one name: a plain value
            """;

    private static final String HEAD = """
            f:
              signature: 'f(a, b=2)'
              say: F
            """;

    @Test
    void theListingOfTheContractDescendsAlongAMovingAverage() {
        assertEquals("{\"w\":0,\"v\":1}", value(CONTRACT, "ema_sgd(1, seq(2, 1), 0.5, beta=0.5)"));
        assertEquals("[0.9,1.9]", value(CONTRACT, "ema_sgd([1, 2], seq([2, 2]), 0.5).w"));
        assertEquals(
                "w_{1} = 1 - 0.5 \\cdot 0.2 = 0.9",
                steps(CONTRACT, "ema_sgd(1, seq(2), 0.5)").get(3));
    }

    @Test
    void oneReturnedNameIsAPlainValueAndOptionsChooseAmongLines() {
        String file = HEAD + """
                  lines: {c: 'b == 2 ? a + b : a - b'}
                  returns: c
                """;
        assertEquals("3", value(file, "f(1)"));
        assertEquals("-2", value(file, "f(1, 3)"));
    }

    @Test
    void aListingCallsThoseAboveIt() {
        String file = HEAD + """
                  lines: {c: a*b}
                  returns: c
                g:
                  signature: 'g(a)'
                  say: G
                  lines: {c: 'f(a) + f(a, b=3)'}
                  returns: [c]
                """;
        assertEquals("20", value(file, "g(4)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lines: {c: a + d}, returns: c | 1:52 the name d is not known here",
                "lines: {c: f(a)}, returns: c | 1:48 the name f is not known here",
                "lines: {c: randint(1 a)}, returns: c | randint",
                "lines: {c: a}, returns: d | d is returned, but no line gives it",
                "lines: {c: a} | returns is missing",
                "returns: a | lines is missing",
                "line: {c: a}, returns: c | line is no field of a function; did you mean lines?",
                "each: g of a, lines: {c: a}, returns: c | write each as: g in grads",
                "each: g in q, lines: {c: a}, returns: c | the name q is not known here",
            })
    void whatIsWrongIsToldWithItsPlace(String fields, String said) {
        String yaml = "f: {signature: 'f(a, b=2)', say: F, " + fields.replace("1 a", "1") + "}";
        List<ListingFile.Fault> faults = ListingFile.ofCourse(yaml).faults();
        String text =
                String.join("; ", faults.stream().map(ListingFileTest::told).toList());
        assertTrue(text.contains(said), text);
    }

    @Test
    void namesOfTheEngineAreTaken() {
        String file = CONTRACT.replace("ema_sgd", "sgd");
        assertTrue(ListingFile.ofCourse(file).faults().stream()
                .map(ListingFileTest::told)
                .anyMatch(said -> said.equals("1:1 there is a function sgd already")));
        String twice = CONTRACT + CONTRACT;
        assertEquals(1, ListingFile.ofCourse(twice).faults().size());
    }

    @Test
    void nothingThatAFileSaysTakesForEver() {
        StringBuilder file = new StringBuilder(HEAD + "  lines: {c: a*b}\n  returns: c\n");
        for (int i = 0; i < 40; i++) {
            String before = i == 0 ? "f" : "f" + (i - 1);
            file.append("f" + i + ": {signature: 'f" + i + "(a)', say: F, returns: c, lines: {c: '")
                    .append(before + "(a)")
                    .append((" + " + before + "(a)").repeat(30))
                    .append("'}}\n");
        }
        ListingFile read = ListingFile.ofCourse(file.toString());
        assertTrue(read.faults().get(0).problem().toString().contains("deep"));
        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThrows(
                        ExpressionException.class,
                        () -> parsed(file.toString(), "f6(1)").evaluate(Scope.EMPTY)));
    }

    private static String told(ListingFile.Fault fault) {
        return fault.line() + ":" + fault.column() + " " + fault.problem().in(Locale.ENGLISH);
    }

    private static Expression parsed(String yaml, String call) {
        return Expression.parse(
                call,
                Vocabulary.author(
                        List.of(),
                        Engine.library().with(ListingFile.ofCourse(yaml).functions())));
    }

    private static String value(String yaml, String call) {
        return Printing.plain(parsed(yaml, call).evaluate(Scope.EMPTY));
    }

    private static List<String> steps(String yaml, String call) {
        return List.of(parsed(yaml, call)
                .steps(Scope.EMPTY)
                .markdown()
                .replace("$$", "")
                .split("\n\n"));
    }
}
