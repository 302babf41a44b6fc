package gradus.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.file.QuestionFile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers that grading could not tell apart, and which of them another draw avoids. */
class CollisionTest {
    private static Question question(String fields) {
        return QuestionFile.read("id: q\ntitle: Q\nprompt: '{{x}} {{y}}'\n" + fields, "q.yaml");
    }

    private static Drawing draw(String fields, long seed) {
        return Drawing.draw(question(fields), seed, Map.of());
    }

    @Test
    void optionsThatReadAlikeAreDrawnAgain() {
        String fields = "params: {x: 'randint(1, 3)', y: 'randint(1, 3)'}\n"
                + "parts: [{id: c, type: choice, expect: a, options: [{id: a, say: '{{x}}'}, {id: b, say: '{{y}}'},"
                + " {id: n, say: none}]}]\n";
        Set<String> met = new HashSet<>();
        for (long seed = 0; seed < 40; seed++) {
            Variant variant = draw(fields, seed).variant();
            String[] shown = variant.prompt(Locale.ENGLISH).split(" ", -1);
            assertNotEquals(shown[0], shown[1], "seed " + seed);
            met.add(shown[0] + shown[1]);
        }
        assertEquals(Set.of("12", "13", "21", "23", "31", "32"), met);
    }

    @Test
    void optionsThatReadAlikeInEveryVariantAreNamed() {
        String fields = "params: {x: 'randint(1, 3)', y: 2}\n"
                + "parts: [{id: c, type: choice, expect: a, options: [{id: a, say: {en: yes, ko: 예}},"
                + " {id: b, say: {en: no, ko: 예}}, {id: n, say: none}]}]\n";
        Drawing drawing = draw(fields, 1);
        assertEquals(1, drawing.draws());
        assertEquals(List.of(new Collision("c", "b", "a")), drawing.fixedCollisions(Map.of()));
    }

    @Test
    void aFurtherRightAnswerIsKeptApartFromMistakesLikeTheKey() {
        String fields = "params: {x: 'randint(1, 4)', y: 7}\n"
                + "parts: [{id: a, type: integer, expect: 10 + x, accept: [{expect: 2*x}],"
                + " mistakes: [{id: four, expect: 4, say: four}]}]\n";
        Set<String> drawn = new HashSet<>();
        for (long seed = 0; seed < 40; seed++) {
            drawn.add(draw(fields, seed).variant().prompt(Locale.ENGLISH));
        }
        assertEquals(Set.of("1 7", "3 7", "4 7"), drawn, "twice two would be the mistake");
    }

    @Test
    void theKeyAndAFurtherRightAnswerMayBeTheSame() {
        String fields = "params: {x: 'randint(0, 1)', y: 7}\n"
                + "parts: [{id: a, type: integer, expect: x, accept: [{expect: x^2}],"
                + " mistakes: [{id: five, expect: 5, say: five}]}]\n";
        for (long seed = 0; seed < 10; seed++) {
            assertEquals(1, draw(fields, seed).draws());
        }
    }

    @Test
    void whatDependsOnNoDrawIsNoReasonToDrawAgain() {
        String fields = "params: {x: 'randint(1, 9)', y: 3}\n"
                + "parts: [{id: a, type: integer, expect: y, mistakes: [{id: three, expect: 3, say: three},"
                + " {id: drawn, expect: 20 + x, say: drawn}]}]\n";
        Drawing drawing = draw(fields, 1);
        assertEquals(1, drawing.draws());
        assertEquals(Map.of(), drawing.met());
        assertEquals(List.of(new Collision("a", "three", Part.KEY)), drawing.fixedCollisions(Map.of()));
        assertTrue(drawing.unavoidable().isEmpty());
    }
}
