package gradus.question.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.QuestionTest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips that keep a file from being a question, each said once and at its place. */
class QuestionProblemsTest {
    private static final String HEAD = "id: q\ntitle: Q\nprompt: P\n";

    private static Question read(String fields) {
        return QuestionFile.read(HEAD + fields.replace(" / ", "\n") + "\n", "q.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "params: {max: 1} / parts: [{id: a, type: integer, expect: 1}] | 4:10 | the name of a function",
                "params: {1x: 1} / parts: [{id: a, type: integer, expect: 1}] | 4:10 | 1x",
                "params: {x: 1} / let: {x: 2} / parts: [{id: a, type: integer, expect: 1}] | 5:7 | used twice",
                "params: {x: 1} / let: {x: 2} / parts: [{id: a, type: integer, expect: x}] | 5:7 | used twice",
                "let: {y: 'randint(1, 2)'} / parts: [{id: a, type: integer, expect: y}] | 4:10 | params",
                "parts: [{id: a, type: integer, expect: 'randint(1, 2)'}] | 4:40 | params",
                "parts: [{id: a, type: formula, symbols: {max: {}}, expect: 1}] | 4:42 | the name of a function",
                "parts: [{id: a, type: formula, symbols: {2: {}}, expect: 1}] | 4:42 | 2",
                "parts: [{id: a, type: formula, symbols: {λ: {}, lambda: {}}, expect: 1}] | 4:49 | λ",
                "params: {x: 1} / parts: [{id: a, type: formula, symbols: {x: {}}, expect: x}] | 5:42 | x",
                "params: {x: 1} / aliases: {x: a} / parts: [{id: a, type: formula, symbols: {z: {}}, expect: z}] | 5:11 | used twice",
                "parts: [{id: a, type: integer, expect: 1, mistakes: [{id: key, expect: 2}]}] | 4:59 | key",
                "parts: [{id: a, type: integer, expect: 1, mistakes: [{id: m, expect: 2}, {id: m, expect: 3}]}] | 4:79 | used twice",
                "parts: [{id: a, type: text, work: true, points: 2}] | 4:49 | no points",
                "may_equal: [[m, key], [n, key]] / parts: [{id: a, type: integer, expect: 1, mistakes: [{id: m, expect: 2}]}] | 4:12 | n",
                "parts: [{id: a, type: integer, expect: 1}] / conventions: [{id: c, expect: {b: 2}}] | 5:32 | b",
                "parts: [{id: a, type: integer, expect: 1}] / conventions: [{id: c, expect: {a: 2}}, {id: c, expect: {a: 3}}] | 5:45 | used twice",
                "parts: [{each: {P: [W, b], Q: [U]}, id: '{P}', type: integer, expect: 1}, {id: z, type: integer, expect: 1}] | 4:16 | each",
                "parts: [{each: {P: []}, id: '{P}', type: integer, expect: 1}, {id: z, type: integer, expect: 1}] | 4:16 | each"
            })
    void aSlipIsSaidOnceAtItsPlace(String fields, String place, String words) {
        List<String> problems = assertThrows(QuestionException.class, () -> read(fields)).problems().stream()
                .map(problem -> problem.in(Locale.ENGLISH))
                .toList();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("q.yaml:" + place + ":"), problems.toString());
        assertTrue(problems.get(0).contains(words), problems.toString());
    }

    @Test
    void aConventionMustNotMakeAPartBuildOnALaterOne() {
        QuestionException broken = assertThrows(
                QuestionException.class,
                () -> read("let: {later: b + 1} / "
                        + "parts: [{id: a, type: integer, expect: 1}, {id: b, type: integer, expect: 2}] / "
                        + "conventions: [{id: c, expect: {a: later}}]"));
        assertEquals(1, broken.problems().size());
        assertTrue(broken.problems().get(0).in(Locale.ENGLISH).contains("b"));
    }

    @Test
    void pairsOfTheQuestionHoldForAllItsParts() {
        Question question = read(
                "may_equal: [[m, key]] / parts: [{id: a, type: integer, expect: 1, mistakes: [{id: m, expect: 2}]},"
                        + " {id: b, type: integer, expect: 1}]");
        Set<Set<String>> pair = Set.of(Set.of("m", "key"));
        assertEquals(pair, question.part("a").mayEqual());
        assertEquals(pair, question.part("b").mayEqual());
    }

    @Test
    void aTestTypesWordsIntoATextAndExpressionsIntoTheRest() {
        Question question = read("parts: [{id: a, type: integer, expect: 4}, {id: t, type: text}] / "
                + "tests: [{seed: 1, give: {a: 2 + 2, t: 2 + 2}, score: 1}]");
        QuestionTest test = question.tests().get(0);
        assertEquals(new QuestionTest.Given.Typed("2 + 2"), test.give().get("t"));
        assertTrue(test.give().get("a") instanceof QuestionTest.Given.Computed computed
                && computed.expression().text().equals("2 + 2"));
    }

    @Test
    void aBoxForWorkingMayHaveNoughtPoints() {
        assertEquals(
                BigFraction.ZERO,
                read("parts: [{id: a, type: text, work: true, points: 0}]")
                        .part("a")
                        .points());
    }

    @Test
    void eachMakesAsManyPartsAsItHasWords() {
        String words = String.join(", ", Collections.nCopies(3, "W{P}"));
        Question question = read("parts: [{each: {P: [1, 2, 3]}, id: 'W{P}', type: integer, expect: '{P}'}]");
        assertEquals(
                words.replace("{P}", "%d").formatted(1, 2, 3),
                String.join(
                        ", ", question.parts().stream().map(part -> part.id()).toList()));
    }
}
