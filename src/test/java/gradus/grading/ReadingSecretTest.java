package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.expression.equality.FreePoints;
import gradus.expression.value.ExpressionException;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What reading says of a right formula it says of a wrong one that is built alike, after whatever a key thief appends. */
class ReadingSecretTest {
    /** The right answer is that with the factor 1; {@code mvn -Ptrust verify} tries so many that 10,000 readings come together. */
    private static final List<String> FACTORS = Stream.concat(
                    Stream.of("1.0000", "2.0000", "1.0001", "0.5000"),
                    IntStream.iterate(3, i -> i + 2).mapToObj(i -> String.format(Locale.ROOT, "%.4f", i / 7.0)))
            .limit(Integer.getInteger("gradus.factors", 4))
            .toList();

    /** What is asked of a candidate alone. */
    private static final List<String> TAILS = List.of(
            "C",
            "C + 0*sum(ones(60,60)*ones(60,60))",
            "C + 0*sum(ones(110,110)*ones(110,110)*ones(110,110))",
            "C + 0*sum(ones(140,140))",
            "C + 0*ln(-1)",
            "C + 0*sum(ones(7,3) + ones(5,2))",
            "C + nothing_known",
            "C/0",
            "(C)[1, 1]",
            "(C)'",
            "(".repeat(40) + "C" + ")".repeat(40),
            "(".repeat(400) + "C" + ")".repeat(400),
            "C" + " + C".repeat(50));

    /** What is asked of a candidate and a name that it may be the value of. */
    private static final List<String> AGAINST = List.of(
            "ln(sumsq(P-(C))-1e-15)",
            "1/(P-(C))",
            "1./(P-(C))",
            "1/sumsq(P-(C))",
            "1/1{sumsq(P-(C)) > 1e-12}",
            "(sumsq(P-(C)) > 1e-12 ? 1 : 0*sum(ones(60,60)*ones(60,60))) + C",
            "(sumsq(P-(C)) < 1e-12 ? 1 : 0*sum(ones(60,60)*ones(60,60))) + C",
            "sqrt(1e-15 - sumsq(P-(C)))");

    @Test
    void theShippedBankTellsNoFormula() {
        int asked = 0;
        for (String id : ShippedBank.questionIds()) {
            Variant variant = Variant.draw(ShippedBank.question(id), 7);
            for (Part part : variant.question().parts()) {
                if (part.type().expectsFormula() && part.expect() != null) {
                    asked += ask(variant, part, part.type().print(variant.key(part), part));
                }
            }
        }
        assertTrue(asked > 750 * FACTORS.size(), asked + " readings");
        if (FACTORS.size() > 4) {
            System.out.println(asked + " readings tell nothing");
        }
    }

    @Test
    void aSymbolGivenByAnExpressionTellsNothing() {
        Variant variant = Questions.parts("- {id: v, type: formula, expect: 'b*u + (1-b)*g',"
                + " symbols: {b: {from: 0, to: 1}, u: {from: -2, to: 2}, g: {from: -2, to: 2}}}\n"
                + "- {id: w, type: formula, expect: 'y - 0.1*v', symbols: {y: {from: -2, to: 2}, b: {from: 0, to: 1},"
                + " u: {from: -2, to: 2}, g: {from: -2, to: 2}, v: 'b*u + (1-b)*g'}}");
        assertTrue(ask(variant, variant.question().part("w"), "b*u + (1-b)*g") > 100);
        assertTrue(ask(variant, variant.question().part("w"), "y - 0.1*v") > 100);
    }

    @Test
    void anExpensiveRightAnswerIsReadAndWaitsForAPerson() {
        Variant variant = Questions.parts("- {id: p, type: formula, expect: x, symbols: {x: {from: 1, to: 2}}}");
        String tail = " + 0*sum(ones(40,40)*ones(40,40))";
        for (String answer : List.of("x", "x + 1")) {
            PartResult result = Questions.grade(variant, answer + tail);
            assertTrue(result.reading() instanceof Reading.Read, answer);
        }
        assertEquals(Verdict.INCORRECT, Questions.grade(variant, "x + 1" + tail).verdict());
        Verdict right = Questions.grade(variant, "x" + tail).verdict();
        assertTrue(right == Verdict.CORRECT || right == Verdict.UNGRADED, right.word());
    }

    /** Asks everything of candidates that are the key times a factor; how many readings that were. */
    private static int ask(Variant variant, Part part, String key) {
        Answer.Formula right = (Answer.Formula) variant.key(part);
        Set<String> names = new LinkedHashSet<>(right.symbols().names());
        variant.question().parts().stream()
                .filter(other -> other.type().expectsFormula() && !other.id().equals(part.id()))
                .forEach(other -> names.add(other.id()));
        // what a candidate names itself it is rightly held against
        names.removeAll(right.expression().names());
        List<String> questions = new ArrayList<>(TAILS);
        names.forEach(name -> AGAINST.forEach(question -> questions.add(question.replace("P", "(" + name + ")"))));
        FreePoints points = FreePoints.of(right.symbols(), variant.scope());
        int asked = 0;
        for (String question : questions) {
            String first = "";
            for (String factor : FACTORS) {
                String candidate = factor + "*(" + key + ")";
                String text = question.replace("C", candidate);
                String told = told(variant, part, text, points).replace(candidate, "…");
                asked++;
                first = first.isEmpty() ? told : first;
                assertEquals(first, told, part.id() + ": " + text);
            }
        }
        return asked;
    }

    /** All that is said of a text, and how many steps it took to find out. */
    private static String told(Variant variant, Part part, String text, FreePoints points) {
        Reading reading = part.type().read(text, part, variant);
        if (reading instanceof Reading.Unreadable unreadable) {
            return unreadable.at() + " " + unreadable.reason();
        }
        Expression formula = ((Answer.Formula) ((Reading.Read) reading).answer()).expression();
        return "read in " + steps(formula, points);
    }

    private static String steps(Expression formula, FreePoints points) {
        try {
            return Long.toString(points.tried(formula));
        } catch (ExpressionException other) {
            return other.getMessage();
        }
    }
}
