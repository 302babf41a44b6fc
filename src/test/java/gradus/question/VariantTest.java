package gradus.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.Printing;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.question.file.QuestionFile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VariantTest {
    private static final String HEAD = "id: q\ntitle: Q\n";

    private static Question question(String fields) {
        return QuestionFile.read(HEAD + (fields.contains("prompt:") ? "" : "prompt: P\n") + fields, "q.yaml");
    }

    private static String param(Variant variant, String name) {
        return Printing.plain(Objects.requireNonNull(variant.params().get(name)));
    }

    private static String key(Variant variant, String part) {
        Part of = variant.question().part(part);
        return of.type().print(variant.key(of), of);
    }

    @Test
    void whereNothingIsDrawnAllSeedsShareOneVariantSoThatFormulasAreComputedOnce() {
        Question question = question("parts: [{id: a, type: formula, symbols: {z: {}}, expect: z^2}]");
        assertSame(Variant.draw(question, 1), Variant.draw(question, 2));
        assertSame(Variant.draw(question, 1), Variant.of(question, Map.of()));
    }

    @Test
    void formulasHeldAgainstEachOtherByTwoThreadsDoNotWaitInACircle() throws Exception {
        Question question = question("""
                parts:
                  - {id: a, type: formula, symbols: {z: {}}, expect: 2*3}
                """);
        Part part = question.part("a");
        Variant variant = Variant.of(question, Map.of());
        Supplier<Answer.Formula> fresh = () -> (Answer.Formula) part.type().answer(variant.expect(part), part, variant);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 500; i++) {
                Answer.Formula one = fresh.get();
                Answer.Formula other = fresh.get();
                AtomicInteger ready = new AtomicInteger();
                Future<?> there = threads.submit(() -> compareAtOnce(ready, one, other));
                Future<?> back = threads.submit(() -> compareAtOnce(ready, other, one));
                there.get(60, TimeUnit.SECONDS);
                back.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void compareAtOnce(AtomicInteger ready, Answer.Formula one, Answer.Formula other) {
        ready.incrementAndGet();
        while (ready.get() < 2) {
            Thread.onSpinWait();
        }
        one.agreement(other, false);
    }

    @Test
    void aSeedGivesTheSameVariantOnEveryJava() {
        Question question = question("""
                params:
                  x: randint(2, 3, 0, 9)
                  u: uniform(-1, 1, decimals=2)
                  n: normal(0, 1)
                  p: pick("relu", "tanh", "sigmoid")
                  s: shuffle(1, 2, 3, 4)
                parts: [{id: a, type: number, expect: u}]
                """);
        Variant variant = Variant.draw(question, 42);
        assertEquals(
                "[[6,5,9],[2,5,1]] -0.88 -0.96 \"tanh\" [1,3,2,4]",
                variant.params().keySet().stream()
                        .map(name -> param(variant, name))
                        .collect(Collectors.joining(" ")));
        assertEquals(variant.params(), Variant.draw(question, 42).params());
        assertNotEquals(variant.params(), Variant.draw(question, 43).params());
    }

    @Test
    void aVariantIsRedrawnUntilItMeetsWhatIsRequired() {
        Question question = question(
                "params: {x: 'randint(1, 6)'}\nrequire: [x > 4, x != 5]\nparts: [{id: a, type: integer, expect: x}]\n");
        for (long seed = 0; seed < 50; seed++) {
            assertEquals("6", param(Variant.draw(question, seed), "x"));
        }
        DrawException never = assertThrows(
                DrawException.class,
                () -> Variant.draw(
                        question(
                                "params: {x: 'randint(1, 6)'}\nrequire: [x > 6]\nparts: [{id: a, type: integer, expect: x}]"),
                        1));
        assertEquals("no draw of q met the condition \"x > 6\"", never.problem().toString());
    }

    @Test
    void aVariantIsRedrawnWhereAMistakeCannotBeToldFromTheKeyOrAnother() {
        Question question = question("""
                params: {x: 'randint(3, 3, 0, 2)', f: 'randint(2, 2, 0, 1)'}
                parts:
                  - id: y
                    type: matrix
                    expect: correlate2d(x, f)
                    mistakes:
                      - {id: flipped, expect: 'convolve2d(x, f)', say: flipped}
                      - {id: transposed, expect: "correlate2d(x, f')", say: transposed}
                      - {id: fails, expect: '1/0*x', say: fails}
                """);
        Part part = question.part("y");
        int redrawn = 0;
        for (long seed = 0; seed < 100; seed++) {
            Drawing drawing = Drawing.draw(question, seed, Map.of());
            redrawn += drawing.draws() - 1;
            Variant variant = drawing.variant();
            Set<String> answers = new HashSet<>(Set.of(key(variant, "y")));
            variant.mistakes(part).forEach(wrong -> answers.add(part.type().print(wrong.answer(), part)));
            assertEquals(3, answers.size(), "seed " + seed);
        }
        assertTrue(redrawn > 50, redrawn + " redraws");
    }

    @Test
    void aVariantIsRedrawnWhereAKeyOfAConventionIsNotFinite() {
        Question question = question("""
                params: {x: 'randint(0, 2)'}
                parts: [{id: a, type: number, expect: x + 1}, {id: b, type: number, expect: 1/(a - 2)}]
                conventions: [{id: other, expect: {a: x + 2}}]
                """);
        for (long seed = 0; seed < 30; seed++) {
            assertEquals("2", param(Variant.draw(question, seed), "x"), "seed " + seed);
        }
    }

    @Test
    void pairsThatMayCoincideAreKept() {
        String file = """
                params: {x: 'randint(1, 3)'}
                parts:
                  - id: a
                    type: integer
                    expect: x
                    mistakes: [{id: square, expect: x^2, say: squared}]
                """;
        Set<String> drawn = new HashSet<>();
        Set<String> apart = new HashSet<>();
        for (long seed = 0; seed < 40; seed++) {
            drawn.add(param(Variant.draw(question(file + "    may_equal: [[square, key]]\n"), seed), "x"));
            apart.add(param(Variant.draw(question(file), seed), "x"));
        }
        assertEquals(Set.of("1", "2", "3"), drawn);
        assertEquals(Set.of("2", "3"), apart);
    }

    @Test
    void aPairThatCoincidesInEveryDrawIsKeptAndNamed() {
        Question question = question("""
                params: {x: 'randint(1, 3)'}
                parts:
                  - id: a
                    type: integer
                    expect: 2*x
                    mistakes: [{id: same, expect: x + x, say: same}, {id: once, expect: x, say: once}]
                """);
        Drawing drawing = Drawing.draw(question, 3, Map.of());
        assertEquals(Set.of(new Collision("a", "same", Part.KEY)), drawing.unavoidable());
        assertEquals(List.of(), drawing.fixedCollisions(Map.of()));
    }

    @Test
    void fixedDataIsKeptAndItsPairNamed() {
        Question question = question("""
                params: {x: [[1, 2], [3, 4]], f: 'randint(2, 2, 1, 5)'}
                parts:
                  - id: a
                    type: integer
                    expect: sum(x)
                    mistakes: [{id: trace, expect: 2*trace(x), say: trace}]
                  - {id: b, type: integer, expect: sum(f), mistakes: [{id: four, expect: '4*f[1, 1]', say: four}]}
                """);
        Drawing drawing = Drawing.draw(question, 0, Map.of());
        assertEquals(List.of(new Collision("a", "trace", Part.KEY)), drawing.fixedCollisions(Map.of()));
        Map<String, Value> ones = Map.of("f", Value.of(Tensor.filled(1, 2, 2)));
        Drawing fixed = Drawing.draw(question, 0, ones);
        assertEquals(1, fixed.draws());
        assertEquals(
                Set.of(new Collision("a", "trace", Part.KEY), new Collision("b", "four", Part.KEY)),
                Set.copyOf(fixed.fixedCollisions(ones)));
        assertFalse(Drawing.isRandom(question, ones));
    }

    @Test
    void keysThatAreNotFiniteAreDrawnAgain() {
        Question question = question("params: {k: 'randint(0, 2)'}\nparts: [{id: a, type: number, expect: '1/k'}]\n");
        for (long seed = 0; seed < 30; seed++) {
            assertNotEquals("0", param(Variant.draw(question, seed), "k"));
        }
    }

    @Test
    void parametersCanBeFixedInAnySpelling() {
        Question question =
                question("params: {λ: 'uniform(0, 1)', m: 'λ*2'}\nparts: [{id: a, type: number, expect: m}]\n");
        Variant variant = Variant.draw(question, 5, Map.of("lambda", Value.of(0.25)));
        assertEquals("0.5", key(variant, "a"));
        assertEquals("0.25", param(variant, "λ"));
        assertThrows(DrawException.class, () -> Variant.draw(question, 5, Map.of("mu", Value.of(1))));
    }

    @Test
    void storedParametersAreNeverDrawnAgain() {
        Question question =
                question("params: {x: 'randint(1, 1000)', y: x + 1}\nparts: [{id: a, type: integer, expect: x*y}]\n");
        Variant drawn = Variant.draw(question, 9);
        assertEquals(key(drawn, "a"), key(Variant.of(question, drawn.params()), "a"));
        Variant derived = Variant.of(question, Map.of("x", Value.of(3)));
        assertEquals("12", key(derived, "a"));
        Variant missing = Variant.of(question, Map.of());
        assertTrue(missing.params().isEmpty());
        assertThrows(gradus.expression.value.ExpressionException.class, () -> missing.key(question.part("a")));
    }

    @Test
    void studentsReadingsStandInForTheKeysThatLaterPartsBuildOn() {
        Question question = question("""
                params: {x: 2}
                let: {doubled: 2*a}
                parts:
                  - {id: a, type: integer, expect: x + 1}
                  - {id: b, type: integer, expect: doubled + 1}
                  - {id: c, type: integer, expect: b^2}
                  - {id: d, type: integer, expect: x}
                """);
        Variant variant = Variant.of(question, Map.of());
        assertEquals(
                List.of("3", "7", "49", "2"),
                List.of("a", "b", "c", "d").stream().map(id -> key(variant, id)).toList());
        Variant following = variant.following(Map.of("a", new Answer.Plain(Value.of(10))));
        assertEquals(
                List.of("3", "21", "441", "2"),
                List.of("a", "b", "c", "d").stream()
                        .map(id -> key(following, id))
                        .toList());
    }

    @Test
    void aConventionReplacesTheKeysItNames() {
        Question question = question("""
                params: {w: 3, m: 2}
                parts:
                  - {id: penalty, type: number, expect: w^2/(2*m)}
                  - {id: twice, type: number, expect: 2*penalty}
                conventions: [{id: half, expect: {penalty: w^2/2}}]
                """);
        Variant variant = Variant.of(question, Map.of());
        Variant half = variant.under(question.conventions().get(0));
        assertEquals("2.25", key(variant, "penalty"));
        assertEquals("4.5", key(half, "penalty"));
        assertEquals("9", key(half, "twice"));
    }

    @Test
    void aKeyBelowItsOwnRoundingErrorIsZero() {
        Question question = question("parts: [{id: a, type: number, expect: 0.1 + 0.2 - 0.3}]\n");
        assertEquals("0", key(Variant.of(question, Map.of()), "a"));
    }

    @Test
    void textsAreFilledByWhereTheirHolesStand() {
        Question question = question("""
                params: {x: [[1, 2], [3, 4]], n: 0.1 + 0.2, name: '"relu"', v: [1, 2]}
                prompt: {en: 'Let $x={{x}}$, n={{n}}, {{name}} of {{x}} costs \\$5, $n={{n}}$ $$v={{v}}$$ {{1{n>0}}}', ko: '값 {{max(x)}}'}
                parts: [{id: y, type: matrix, expect: 'correlate2d(x, [[1]])'}]
                solution: 'So: {{steps(y)}}'
                """);
        Variant variant = Variant.of(question, Map.of());
        String prompt = variant.prompt(Locale.ENGLISH);
        assertEquals(
                "Let $x=\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}$, n=0.3, relu of"
                        + " $\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}$ costs \\$5, $n=0.3$"
                        + " $$v=\\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}$$ 1",
                prompt);
        assertEquals("값 4", variant.prompt(Locale.KOREAN));
        assertTrue(variant.solution(Locale.ENGLISH, true).startsWith("So: "), variant.solution(Locale.ENGLISH, true));
        assertTrue(variant.solution(Locale.ENGLISH, true).length() > 20);
    }

    @Test
    void parametersGoToJsonAndBack() {
        Question question = question("""
                params: {x: 'randint(2, 2, 0, 9)', u: 'uniform(0, 1, decimals=3)', p: 'pick("a", "b")', t: 1 > 0}
                parts: [{id: a, type: number, expect: u}]
                """);
        Variant variant = Variant.draw(question, 11);
        variant.params().forEach((name, value) -> {
            Value back = ValueJson.read(ValueJson.of(value));
            assertEquals(Printing.plain(value), Printing.plain(back), name);
        });
        assertTrue(Arrays.stream(new String[] {"x", "u", "p", "t"}).allMatch(variant.params()::containsKey));
    }

    @Test
    void aSolutionHasOneDigitMoreThanTheToleranceAsksAndKeepsWhatWasGiven() {
        Variant variant = Variant.draw(QuestionFile.read("""
                id: thirds
                title: Thirds
                params: {x: '12345.678'}
                let: {third: x/3}
                prompt: '{{x}} and {{third}}'
                parts:
                  - {id: w0_new, type: number, points: 1, expect: x/7}
                  - {id: fine, type: number, points: 1, expect: x/9, tolerance: {relative: 1e-6}}
                solution: '{{x}} {{third}} {{w0_new}} {{steps(w0_new)}} {{steps(fine)}}'
                """, "thirds.yaml"), 1);
        assertEquals("12345.678 and 4115.226", variant.prompt(Locale.ENGLISH));
        assertEquals(
                "12345.678 4115.226 1764 $$\\frac{x}{7} = \\frac{12345.678}{7} = 1764$$ $$\\frac{x}{9} = \\frac{12345.678}{9} = 1371.742$$",
                variant.solution(Locale.ENGLISH, true));
    }

    @Test
    void stepsTypesetAPartAsItsNameSaysAndStepsOfListingsToo() {
        Variant variant = Variant.of(question("""
                        params: {g: 2, x: 3}
                        let: {first: 'momentum(g, seq(x), 0.1)'}
                        parts:
                          - {id: m_v1, name: 'm^{(1)}', type: number, expect: 2*x}
                          - {id: shifted, name: z - m, type: number, expect: m_v1 + g}
                          - {id: end, type: number, expect: shifted^2 * m_v1^2}
                          - {id: moved, type: number, expect: 'momentum(m_v1, seq(x), 0.1).w'}
                        solution: '{{steps(end)}} {{steps(moved)}}'
                        """), Map.of());
        String steps = variant.solution(Locale.ENGLISH, true);
        assertTrue(
                steps.startsWith("$$\\left(z - m\\right)^{2} \\, \\mathord{m^{(1)}}^{2} = 8^{2} \\cdot 6^{2} = 2304$$"),
                steps);
        assertTrue(steps.contains("\\mathord{m^{(1)}}_{t") || steps.contains("\\mathord{m^{(1)}}_{1"), steps);
    }
}
