package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grading.fault.Fault;
import gradus.grading.fault.Faults;
import gradus.question.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which wrong formulas are looked for in answers to a right one. The file {@code wrong-formulas.txt} lists them all, the likelier
 * first, so that a changed rule shows there what it does.
 */
class WrongFormulasTest {
    private static final Map<String, String> VALUES = values();

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        Stream.of("x 0.7", "y 0.3", "b 0.9", "n 7", "k 3", "m 1", "w 1.4", "v -0.6", "g 1.3", "e 0.8")
                .map(pair -> pair.split(" ", -1))
                .forEach(pair -> values.put(pair[0], pair[1]));
        values.put("A", "'[[0.2, 0.7], [-1.3, 0.4]]'");
        values.put("B", "'[[2.1, 0.3], [0.6, 1.7]]'");
        values.put("C", "'[[1.2], [0.4]]'");
        values.put("D", "'[[0.1], [0.9]]'");
        values.put("c", "'[0.2, 0.5, 0.3]'");
        values.put("d", "'[0.1, 0.6, 0.3]'");
        return values;
    }

    /** A question whose last part, p, has these parameters and steps: those that are named in it. */
    private static Variant variant(String parts) {
        String params = VALUES.entrySet().stream()
                .filter(value -> Pattern.compile("(?<![\\w'])" + value.getKey() + "(?!\\w)(?!:)")
                        .matcher(parts)
                        .find())
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining(", "));
        return Questions.of("params: {" + params + "}\n" + parts + "\n");
    }

    private static Faults faults(String parts) {
        Variant variant = variant(parts);
        return Faults.of(variant, variant.question().part("p"));
    }

    private static String number(String formula) {
        return "parts: [{id: p, type: number, expect: " + formula + "}]";
    }

    private static String told(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.id() + "  =  " + fault.wrong().source() + "\n")
                .collect(Collectors.joining());
    }

    /** The blocks of the file, between empty lines. */
    private static List<String> blocks(String name) {
        try (InputStream file = Objects.requireNonNull(WrongFormulasTest.class.getResourceAsStream(name))) {
            return List.of(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n\n", -1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> formulas() {
        return blocks("wrong-formulas.txt");
    }

    static List<String> listings() {
        return blocks("wrong-listings.txt");
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void theseAndNoOthersAreLookedFor(String block) {
        int end = block.indexOf("\n  ");
        String parts = block.substring(0, end);
        assertEquals(
                block.substring(end + 1) + "\n", told(faults(parts).single()).indent(2), parts);
    }

    /** The file {@code wrong-listings.txt} tells how the line that is changed reads then. */
    @ParameterizedTest
    @MethodSource("listings")
    void theseAreLookedForFirstInTheStepsOfListings(String block) {
        int end = block.indexOf("\n  ");
        String parts = block.substring(0, end);
        assertEquals(
                block.substring(end + 1) + "\n",
                faults(parts).single().stream()
                        .filter(fault -> fault.id().matches("(\\w+\\(\\w+\\.\\w+: |steps|option).*"))
                        .limit(60)
                        .map(fault -> fault.id() + "  =  " + fault.changed().text() + "\n")
                        .collect(Collectors.joining())
                        .indent(2),
                parts);
    }

    @Test
    void twoAtOnceAreOfDifferentPlacesAndTheLikelierComeFirst() {
        Faults faults = faults(number("x - 2*y"));
        assertEquals("""
                factor_left_out(y)+rate_and_rest(x → rest)  =  1 - x - 2
                factor_left_out(2)+rate_and_rest(x → rest)  =  1 - x - y
                factor_left_out(y)+name(x → y)  =  y - 2
                factor_left_out(2)+name(x → y)  =  y - y
                rate_and_rest(x → rest)+rate_and_rest(y → rest)  =  1 - x - 2*(1 - y)
                rate_and_rest(x → rest)+name(y → x)  =  1 - x - 2*x
                rate_and_rest(y → rest)+name(x → y)  =  y - 2*(1 - y)
                rate_and_rest(x → rest)+divided_for_multiplied(y)  =  1 - x - 2/y
                rate_and_rest(x → rest)+added_for_multiplied(2*y)  =  1 - x - (2 + y)
                rate_and_rest(x → rest)+twice(y)  =  1 - x - 2*(y .* y)
                name(x → y)+name(y → x)  =  y - 2*x
                rate_and_rest(x → rest)+divided_for_multiplied(2 → left)  =  1 - x - y/2
                name(x → y)+divided_for_multiplied(y)  =  y - 2/y
                name(x → y)+added_for_multiplied(2*y)  =  y - (2 + y)
                name(x → y)+twice(y)  =  y - 2*(y .* y)
                name(x → y)+divided_for_multiplied(2 → left)  =  y - y/2
                """, told(faults.pairs()));
    }

    @Test
    void inAListingTheLineThatIsChangedIsNamed() {
        Faults faults = faults(number("'momentum(w, seq(g), 0.2, 0.8).w'"));
        assertEquals(
                """
                term_left_out(momentum.t: 1)  =  t
                term_left_out(momentum.t: t)  =  1
                term_left_out(momentum.v: (1 - 0.8)*g)  =  0.8*v
                term_left_out(momentum.v: 0.8*v)  =  (1 - 0.8)*g
                factor_left_out(momentum.v: v)  =  0.8 + (1 - 0.8)*g
                factor_left_out(momentum.v: 0.8)  =  v + (1 - 0.8)*g
                factor_left_out(momentum.v: g)  =  0.8*v + (1 - 0.8)
                factor_left_out(momentum.v: 1 - 0.8)  =  0.8*v + g
                term_left_out(momentum.v: 1)  =  0.8*v + 0.8*g
                term_left_out(momentum.w: 0.2*v)  =  w
                term_left_out(momentum.w: w)  =  -(0.2*v)
                factor_left_out(momentum.w: v)  =  w - 0.2
                factor_left_out(momentum.w: 0.2)  =  w - v
                sign(momentum.t: t + 1)  =  t - 1
                sign(momentum.t: t + 1 → turned)  =  1 - t
                sign(momentum.v: 0.8*v + (1 - 0.8)*g)  =  0.8*v - (1 - 0.8)*g
                sign(momentum.v: 0.8*v + (1 - 0.8)*g → turned)  =  (1 - 0.8)*g - 0.8*v
                rate_and_rest(momentum.v: 0.8*v + (1 - 0.8)*g → beta)  =  (1 - 0.8)*v + 0.8*g
                sign(momentum.v: 1 - 0.8)  =  0.8*v + (1 + 0.8)*g
                sign(momentum.v: 1 - 0.8 → turned)  =  0.8*v + (0.8 - 1)*g
                sign(momentum.w: w - 0.2*v)  =  w + 0.2*v
                sign(momentum.w: w - 0.2*v → turned)  =  0.2*v - w
                old_value(momentum.v: v → g)  =  0.8*g + (1 - 0.8)*g
                old_value(momentum.w: w → v)  =  v - 0.2*v
                old_value(momentum.w: v → g)  =  w - 0.2*g
                old_value(momentum.v_hat: v → v_hat first)  =  v
                old_value(momentum.w: v → w first)  =  w - 0.2*v
                """,
                faults.single().stream()
                        .limit(27)
                        .map(fault -> fault.id() + "  =  " + fault.changed().text() + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void aFaultIsFoundByItsIdHoweverUnlikely() {
        Faults faults = faults(number("x*w + y*v + b"));
        for (String id : List.of(
                "term_left_out(b)",
                "divided_for_multiplied(y → left)",
                "factor_left_out(w)+factor_left_out(v)",
                "divided_for_multiplied(y → left)+name(x → b)")) {
            assertEquals(id, Objects.requireNonNull(faults.find(id), id).id());
        }
        for (String id : List.of("term_left_out(c)", "sign(b)", "", "term_left_out(b)+", "name(x → b)+name(x → y)")) {
            assertNull(faults.find(id), id);
        }
        assertTrue(faults.single().size() > 50);
    }
}
