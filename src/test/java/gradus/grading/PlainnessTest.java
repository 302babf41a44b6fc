package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.SequenceValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What somebody who knows nothing would type, and what only somebody who computed. */
class PlainnessTest {
    private static Plainness of(double... cells) {
        return Objects.requireNonNull(Plainness.of(new Answer.Plain(Value.of(Tensor.vector(cells)))));
    }

    private static Plainness ofFormula(String formula) {
        Variant variant =
                Questions.parts("- {id: p, type: formula, symbols: {x: {from: 1, to: 2}}, expect: " + formula + "}");
        Part part = variant.question().part("p");
        return Objects.requireNonNull(Plainness.of(variant.key(part)));
    }

    @Test
    void whatHasNoNumbersIsNotMeasured() {
        assertNull(Plainness.of(new Answer.Plain(new SequenceValue(List.of()))));
        assertEquals(0, Plainness.ofNothing().largest());
    }

    @Test
    void oneNumberEverywhereIsConstant() {
        assertTrue(of(2.5, 2.5, 2.50001).isConstant());
        assertFalse(of(2.5, 2.5, 2.51).isConstant());
        assertFalse(of(2.5, -2.5).isConstant());
        assertFalse(of(2.5).isConstant(), "a single number is all there is to type");
        assertTrue(ofFormula("2 + 0*x").isConstant());
        assertFalse(ofFormula("2*x").isConstant());
    }

    @Test
    void zerosUnitsAndWholeNumbersAreWhatTheyAre() {
        assertTrue(of(0, 0).isZero());
        assertFalse(of(0, 1e-12).isZero());
        assertTrue(of(0, 1, -1).isOnlyUnits());
        assertFalse(of(0, 1, 2).isOnlyUnits());
        assertTrue(of(3, -4, 1000).isWhole());
        assertFalse(of(3, -4.001, 1000).isWhole());
        assertTrue(of(3, 4 + 1e-10).isWhole(), "a rounding error");
        assertEquals(4, of(1, -4, 3).largest());
    }

    @Test
    void differentNumbersAreCountedWithoutZeros() {
        assertEquals(0, of(0, 0).different());
        assertEquals(1, of(0, 7, 7).different());
        assertEquals(2, of(-7, 0, 7, 7).different());
        assertEquals(3, of(3, 1, 2, 3, 1.00001).different());
    }

    @Test
    void theSameNumbersInTheSameOrderAreTheSame() {
        assertTrue(of(1, 2, 3).isSameAs(of(1, 2.00001, 3)));
        assertFalse(of(1, 2, 3).isSameAs(of(1, 3, 2)));
        assertFalse(of(1, 2).isSameAs(of(1, 2, 3)));
        assertFalse(of(1, 2, 3).isSameAs(of(1, 2)));
        assertTrue(of(1, 2).and(of(3)).isSameAs(of(1, 2, 3)));
    }

    @Test
    void whatIsZeroWholeOrConstantIsSimplerThanWhatIsNot() {
        assertTrue(of(0, 0).isSimplerThan(of(1, 2)));
        assertFalse(of(0, 0).isSimplerThan(of(0, 0)));
        assertTrue(of(1, 2).isSimplerThan(of(1.5, 2)));
        assertFalse(of(1.5, 2).isSimplerThan(of(1, 2)));
        assertTrue(of(1.5, 1.5).isSimplerThan(of(1.5, 2.5)));
        assertFalse(of(1.5, 2.5).isSimplerThan(of(1.5, 1.5)));
        assertFalse(of(3, 4).isSimplerThan(of(5, 6)));
    }
}
