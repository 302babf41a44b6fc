package gradus.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.file.QuestionFile;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parts of a question are computed from, and how their keys are told. */
class DependenciesTest {
    private static final Question CHAIN = QuestionFile.read("""
            id: q
            title: Q
            prompt: P
            params: {x: 'randint(1, 9)', double_x: 2*x, m: 3}
            let: {step: 2*a + m}
            parts:
              - {id: a, type: integer, expect: x + 1}
              - {id: b, type: integer, expect: step}
              - {id: c, type: integer, expect: a + b}
              - {id: d, type: integer, expect: m}
              - {id: last, type: integer, expect: double_x + c}
              - {id: f, type: formula, expect: 'y*z', symbols: {y: {}, z: {}}}
            """, "q.yaml");

    private static Set<String> behind(String part) {
        Part of = CHAIN.part(part);
        return CHAIN.partsBehind(Objects.requireNonNull(of.expect()), of);
    }

    private static boolean isDrawn(String part, String... fixed) {
        Part of = CHAIN.part(part);
        return CHAIN.isDrawn(Objects.requireNonNull(of.expect()), of, Set.of(fixed));
    }

    @Test
    void aPartStandsOnPartsThroughStepsAndOtherParts() {
        assertEquals(Set.of(), behind("a"));
        assertEquals(Set.of("a"), behind("b"));
        assertEquals(Set.of("a", "b"), behind("c"));
        assertEquals(Set.of(), behind("d"));
        assertEquals(Set.of("a", "b", "c"), behind("last"));
    }

    @Test
    void theNearestPartsHaveNoOtherInBetween() {
        Part e = CHAIN.part("last");
        Part c = CHAIN.part("c");
        assertEquals(Set.of("c"), CHAIN.nearestParts(Objects.requireNonNull(e.expect()), e, Set.of("a", "b", "c")));
        assertEquals(Set.of("a", "b"), CHAIN.nearestParts(Objects.requireNonNull(e.expect()), e, Set.of("a", "b")));
        assertEquals(Set.of("a"), CHAIN.nearestParts(Objects.requireNonNull(c.expect()), c, Set.of("a")));
        assertEquals(Set.of(), CHAIN.nearestParts(Objects.requireNonNull(c.expect()), c, Set.of("d")));
    }

    @Test
    void whatStandsOnADrawnNumberIsDrawnUnlessThatIsFixed() {
        assertTrue(isDrawn("a"));
        assertTrue(isDrawn("b"));
        assertTrue(isDrawn("last"));
        assertFalse(isDrawn("a", "x"));
        assertFalse(isDrawn("last", "x"));
        assertFalse(isDrawn("d"));
        assertFalse(isDrawn("f"));
    }

    private static String told(String part, String expect, Locale language) {
        Question question = QuestionFile.read(
                "id: q\ntitle: Q\nprompt: P\nparts:\n  - {id: p, " + part + ", expect: " + expect + "}\n", "q.yaml");
        Part only = question.part("p");
        Variant variant = Variant.of(question, Map.of());
        return only.type().told(variant.key(only), only, variant, language);
    }

    @Test
    void aKeyIsToldByWhatItsOptionsSay() {
        String options =
                "options: [{id: u, say: {en: up, ko: 위}}, {id: v, say: {en: down, ko: 아래}}, {id: w, say: flat}]";
        assertEquals("down", told("type: choice, " + options, "v", Locale.ENGLISH));
        assertEquals("아래", told("type: choice, " + options, "v", Locale.KOREAN));
        assertEquals("up, flat", told("type: choices, " + options, "[u, w]", Locale.ENGLISH));
        String grid = "type: grid, rows: [first, {en: second, ko: 둘째}], columns: [b, c], " + options;
        assertEquals("first: up, down; second: flat, up", told(grid, "[[u, v], [w, u]]", Locale.ENGLISH));
        assertEquals("first: 위, 아래; 둘째: flat, 위", told(grid, "[[u, v], [w, u]]", Locale.KOREAN));
        assertEquals("$7$", told("type: integer", "3 + 4", Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({
        "'{{a}}', 0.1429",
        "'{{fine}}', 0.14285714",
        "'{{whole}}', 3",
        "'{{a}} {{fine}}', 0.1429 0.14285714",
        "'{{a + fine}}', 0.28571429",
        "'{{third}}', 0.33333333",
        "'{{x}}', 12.345678",
        "'{{x + 0*a}}', 12.35"
    })
    void aNumberOfASolutionHasTheDigitsOfThePartsThatItNames(String solution, String shown) {
        Question question = QuestionFile.read("""
                id: q
                title: Q
                prompt: P
                params: {x: 12.345678}
                let: {third: 1/3}
                parts:
                  - {id: a, type: number, expect: 1/7}
                  - {id: fine, type: number, expect: 1/7, tolerance: {relative: 1e-7}}
                  - {id: whole, type: integer, expect: 3}
                  - {id: why, type: text}
                solution: '%s'
                """.formatted(solution), "q.yaml");
        assertEquals(shown, Variant.of(question, Map.of()).solution(Locale.ENGLISH, false));
    }
}
