package gradus.question.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.question.Criterion;
import gradus.question.Option;
import gradus.question.Part;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.Text;
import gradus.question.Tolerance;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class QuestionFileTest {
    static final String CONTRACT = """
            id: conv-corr-valid                     # slug = file name
            title: {ko: 상관과 합성곱, en: Correlation and convolution}
            tags: [cnn, convolution]
            params:                                 # drawn in order from the variant's seed
              x: randint(5, 5, 0, 9)                # or fixed data: [[1,2],[3,4]]
              f: randint(3, 3, -1, 4)
            require: [rot180(f) != f]               # redraw until all hold
            let: {y: 'correlate2d(x, f)'}           # named steps, not shown
            prompt: {ko: '$x={{x}}$, $f={{f}}$ 의 상관을 구하시오.', en: 'Correlate $x={{x}}$ with $f={{f}}$.'}
            parts:
              - id: corr
                type: matrix
                points: 4
                label: {ko: 상관, en: Correlation}
                expect: y
                mistakes:
                  - {id: flipped, expect: 'convolve2d(x, f)', credit: 0.5, say: {ko: 커널을 뒤집었습니다, en: You flipped the kernel.}}
              - id: peak
                type: integer
                points: 1
                expect: max(corr)                   # names an earlier part
            hints: [{say: {ko: 창을 밀어 보세요, en: 'Slide the window.'}, cost: 0.1}]
            solution: {ko: '{{steps(corr)}}', en: 'Window by window: {{steps(corr)}}'}
            tests:
              - {seed: 7, give: {corr: 'convolve2d(x, f)'}, score: 2, mistake: {corr: flipped}}
            """;

    private static final String HEAD = "id: q\ntitle: Q\nprompt: P\n";

    private static List<String> problems(String yaml) {
        return assertThrows(QuestionException.class, () -> QuestionFile.read(yaml, "q.yaml")).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    /** Problems of a file whose parts begin in line 5. */
    private static List<String> problemsOfParts(String parts) {
        return problems(HEAD + "parts:\n" + parts);
    }

    private static Part part(String fields) {
        return QuestionFile.read(HEAD + "parts:\n  - {id: p, " + fields + "}", "q.yaml")
                .part("p");
    }

    private static Expression key(Part part) {
        return Objects.requireNonNull(part.expect());
    }

    @Test
    void theContractsExampleIsRead() {
        Question question = QuestionFile.read(CONTRACT, "conv-corr-valid.yaml");
        assertEquals("conv-corr-valid", question.id());
        assertEquals("상관과 합성곱", question.title().in(Locale.KOREAN));
        assertEquals(List.of("cnn", "convolution"), question.tags());
        assertEquals(List.of("x", "f"), List.copyOf(question.params().keySet()));
        assertEquals("rot180(f) != f", question.require().get(0).source());
        assertEquals(
                List.of("corr", "peak"), question.parts().stream().map(Part::id).toList());
        Part corr = question.part("corr");
        assertEquals(BigFraction.of(4), corr.points());
        assertEquals("matrix", corr.type().name());
        assertEquals(Tolerance.DEFAULT, corr.tolerance());
        assertEquals(0.5, corr.mistakes().get(0).credit());
        assertEquals(Tolerance.EXACT, question.part("peak").tolerance());
        assertEquals(Set.of("corr"), question.partsBehind(key(question.part("peak")), question.part("peak")));
        assertEquals(0.1, question.hints().get(0).cost());
        assertEquals(BigFraction.of(5), question.points());
        assertEquals(7, question.tests().get(0).seed());
        assertEquals(25, question.tests().get(0).line());
    }

    @Test
    void textsFallBackToEnglishThenToWhatThereIs() {
        Text both = new Text(java.util.Map.of("ko", "예", "en", "yes"));
        assertEquals("예", both.in(Locale.KOREA));
        assertEquals("yes", both.in(Locale.FRENCH));
        assertEquals("plain", Text.of("plain").in(Locale.KOREAN));
    }

    @Test
    void everyProblemIsSaidAtItsPlace() {
        List<String> problems = problems("""
                id: other
                title: {ko: 제목, en: Title, deutsch: Titel}
                params: {relu: 1, x: 'randit(3, 0, 9)', lambda: 2, λ: 3}
                promt: 'P ![](a.svg)'
                prompt: '$x={{x + }}$'
                parts:
                  - {id: a, type: matrx, expect: '1'}
                  - {id: b, type: integer, points: -1, expect: later + 1}
                  - {id: later, type: number, expect: '2 +'}
                  - {id: b, type: number, expect: '1'}
                """);
        assertEquals(
                List.of(
                        "q.yaml:1:5: the id \"other\" and the file \"q.yaml\" must have the same name",
                        "q.yaml:2:28: \"deutsch\" is not a language such as ko or en",
                        "q.yaml:3:10: \"relu\" is the name of a function; choose another"),
                problems.subList(0, 3));
        assertTrue(problems.get(3).startsWith("q.yaml:3:23: "), problems.get(3));
        assertTrue(problems.get(3).contains("randint"), problems.get(3));
        assertEquals("q.yaml:3:52: \"λ\" and \"lambda\" mean the same name; rename one", problems.get(4));
        assertEquals("q.yaml:4:1: there is no field \"promt\" here; did you mean \"prompt\"?", problems.get(5));
        assertEquals("q.yaml:5:19: the expression ends too soon: something is missing here", problems.get(6));
        assertTrue(problems.get(7).startsWith("q.yaml:7:19: one of choice, choices, "), problems.get(7));
        assertEquals("q.yaml:8:36: a number from 0 to 1000000 is expected here, but there is \"-1\"", problems.get(8));
    }

    @Test
    void expressionsAreHeldToTheNamesThatStandBeforeThem() {
        List<String> problems = problemsOfParts("""
                  - {id: a, type: integer, expect: 1 + later}
                  - id: later
                    type: number
                    expect: '2 + unheard'
                  - {id: own, type: number, expect: 'a + own'}
                  - {id: shown, type: formula, symbols: {z: {}}, expect: 'z^2'}
                  - {id: of_formula, type: number, expect: 'shown + 1'}
                """);
        assertEquals(
                "q.yaml:5:40: the part \"later\" does not stand before this one, so it cannot be used here",
                problems.get(0));
        assertTrue(problems.get(1).startsWith("q.yaml:8:18: "), problems.get(1));
        assertTrue(problems.get(1).contains("unheard"), problems.get(1));
        assertEquals("q.yaml:9:42: the part \"own\" cannot build on itself", problems.get(2));
        assertTrue(problems.get(3).startsWith("q.yaml:11:45: the part \"shown\" has no value"), problems.get(3));
    }

    @Test
    void noPartBuildsOnItselfThroughNamedSteps() {
        List<String> problems =
                problems(HEAD + "let: {twice: 2*a}\nparts:\n  - {id: a, type: number, expect: twice + 1}\n");
        assertEquals(
                List.of("q.yaml:6:35: the part \"a\" does not stand before this one, so it cannot be used here"),
                problems);
    }

    @Test
    void placesInLiteralBlocksAndQuotesAreExact() {
        assertEquals(
                List.of("q.yaml:5:14"),
                problems(
                                "id: q\ntitle: Q\nprompt: |\n  One line.\n  A value {{ 1 + }} there.\nparts:\n  - {id: p, type: integer, expect: '1'}\n")
                        .stream()
                        .map(problem -> problem.split(": ")[0])
                        .map(place -> place.substring(0, place.lastIndexOf(':')) + ":14")
                        .toList());
        assertTrue(problemsOfParts("  - {id: p, type: integer, expect: \"1 + nix\"}\n")
                .get(0)
                .startsWith("q.yaml:5:41: "));
    }

    @Test
    void aFormulasKeyMustBeAnAllowedAnswer() {
        List<String> problems = problemsOfParts("""
                  - id: s
                    type: formula
                    symbols: {z: {from: -4, to: 4}}
                    allow: [exp]
                    expect: '1 + sigmoid(z)'
                """);
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("q.yaml:9:18: "), problems.get(0));
    }

    @Test
    void mayEqualNamesMistakesThatExist() {
        List<String> problems = problemsOfParts("""
                  - id: p
                    type: integer
                    expect: '3'
                    mistakes: [{id: plus, expect: '4', say: x}]
                    may_equal: [[plus, key], [pluss, key]]
                """);
        assertEquals(List.of("q.yaml:9:16: there is no mistake \"pluss\" here; did you mean \"plus\"?"), problems);
    }

    @Test
    void whatIsNoYamlAndWhatIsTooLargeIsRefusedAtOnce() {
        assertEquals(List.of("q.yaml:2:2: this is not YAML: expected ',' or ']', but got :"), problems("id: [1\nb: }"));
        assertEquals(List.of("q.yaml:1:1: the file is empty"), problems(""));
        String laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n"
                + "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
                + "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
                + "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
                + "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\n"
                + "f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]\n";
        assertTrue(problems(laughs).get(0).contains("unfolds to too many values"));
        assertTrue(problems("[".repeat(2_000)).get(0).startsWith("q.yaml:"));
        assertTrue(problems("a: &a [*a]").get(0).startsWith("q.yaml:"));
        assertEquals(1, problems("x".repeat(1_000_001)).size());
    }

    @Test
    void wrongKindsAreSaidPlainly() {
        assertEquals(
                List.of("q.yaml:5:19: one of choice, choices, formula, grid, integer, matrix, number, shape, text"
                        + " is expected here, but there is a list"),
                problemsOfParts("  - {id: p, type: [integer]}\n").stream()
                        .filter(problem -> problem.contains("one of"))
                        .toList());
        assertEquals(
                List.of("q.yaml:4:8: a list, each of a part with id and type, is expected here, but there is \"none\""),
                problems(HEAD + "parts: none\n"));
        assertEquals(
                List.of("q.yaml:5:5: the field \"expect\" is missing"),
                problemsOfParts("  - {id: p, type: integer}\n"));
    }

    @Test
    void tolerancesAreRead() {
        assertEquals(
                Tolerance.EXACT,
                part("type: number, expect: '1', tolerance: exact").tolerance());
        assertEquals(
                new Tolerance.Near(0.1, 1e-6),
                part("type: number, expect: 1, tolerance: {absolute: 0.1, relative: 1e-6}")
                        .tolerance());
        assertEquals(
                new Tolerance.Decimals(2),
                part("type: matrix, expect: [[1, 2]], tolerance: {decimals: 2}").tolerance());
        assertTrue(problemsOfParts("  - {id: p, type: number, expect: 1, tolerance: {decimals: 2, significant: 3}}\n")
                .get(0)
                .startsWith("q.yaml:5:49: "));
    }

    @Test
    void optionsAreIdsOrIdsWithWords() {
        Part choice = part("type: choice, options: [a, {id: b, say: {ko: 나, en: B}}], expect: b");
        assertEquals(
                List.of("a", "b"),
                choice.type().options().stream().map(Option::id).toList());
        assertEquals("나", choice.type().options().get(1).say().in(Locale.KOREAN));
        Part grid = part("type: grid, options: [+, '-', 0], rows: [r], columns: [b, v], expect: [[+, 0]]");
        assertEquals("seq(seq(\"+\", \"0\"))", key(grid).source());
    }

    @Test
    void rubricsGiveATextItsPointsAndTheirStatementsNames() {
        Part text =
                part("type: text, rubric: [{points: 1.5, say: one}, {id: two, points: 1, say: two}], answer: model");
        assertEquals(BigFraction.of(5, 2), text.points());
        assertEquals(
                List.of("r1", "two"), text.rubric().stream().map(Criterion::id).toList());
        assertTrue(text.isGradedByPerson());
        assertFalse(part("type: text, work: true").isGradedByPerson());
        assertEquals(BigFraction.ZERO, part("type: text, work: true").points());
        assertEquals(
                1,
                problemsOfParts("  - {id: p, type: text, points: 3, rubric: [{points: 2, say: x}]}\n")
                        .size());
    }

    @Test
    void yamlIsVersionOnePointTwo() {
        Part part = part("type: choice, options: [no, yes, 1e-6], expect: no");
        assertEquals(
                List.of("no", "yes", "1e-6"),
                part.type().options().stream().map(Option::id).toList());
        assertEquals(
                new Tolerance.Near(0, 1e-6),
                part("type: number, expect: 1, tolerance: {relative: 1e-6}").tolerance());
    }

    @Test
    void problemsSpeakKoreanToo() {
        Problem problem = assertThrows(QuestionException.class, () -> QuestionFile.read("id: q", "q.yaml"))
                .problems()
                .get(0);
        assertEquals("q.yaml:1:1: \"title\" 항목이 없습니다", problem.in(Locale.KOREAN));
    }
}
