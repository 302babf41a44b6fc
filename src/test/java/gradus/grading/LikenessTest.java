package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Tolerance;
import org.junit.jupiter.api.Test;

/** By which cells a wrong procedure is recognised in an answer. */
class LikenessTest {
    private static final Tensor KEY = Tensor.vector(10, 20, 30, 40, 50, 60);

    private static Likeness likeness(Tensor wrong, Tensor key, boolean strict) {
        return Likeness.of(
                new Answer.Plain(Value.of(wrong)), new Answer.Plain(Value.of(key)), Tolerance.DEFAULT, strict);
    }

    private static Likeness likeness(double... wrong) {
        return likeness(Tensor.vector(wrong), KEY, false);
    }

    private static int nearly(Likeness likeness, double... given) {
        return likeness.nearly(Tensor.vector(given));
    }

    private static Tensor row(double... cells) {
        return Tensor.matrix(cells);
    }

    private static Tensor column(double... cells) {
        return Tensor.of(new int[] {cells.length, 1}, cells);
    }

    @Test
    void theCellsThatDifferFromTheKeyTellTheProcedure() {
        assertEquals(2, likeness(10, 20.001, 31, 40, 50, 61).telling());
        assertEquals(4, likeness(Tensor.vector(10, 20, 30, 40), KEY, false).telling(), "of another shape all do");
        assertEquals(3, likeness(column(10, 20, 30), row(10, 20, 30), true).telling());
        assertEquals(0, likeness(column(10, 20, 30), row(10, 20, 30), false).telling());
    }

    @Test
    void anAnswerIsTheProceduresWhereEveryCellAgrees() {
        Likeness likeness = likeness(10, 21, 31, 40, 50, 61);
        assertTrue(likeness.isWhole(Tensor.vector(10, 21, 31.001, 40, 50, 61)));
        assertTrue(likeness.isWhole(row(10, 21, 31, 40, 50, 61)));
        assertFalse(likeness.isWhole(Tensor.vector(10, 21, 31, 40, 50, 60)));
        assertFalse(likeness.isWhole(Tensor.vector(10, 21, 31, 40, 50)));
        assertFalse(likeness(10, 20, 30, 40, 50, 60).isWhole(KEY), "what gives the key is no mistake");
    }

    @Test
    void aCellAgreesAsFarAsTheToleranceGoes() {
        assertTrue(likeness(10, 20, 30, 40, 50, 1).isWhole(Tensor.vector(10, 20, 30, 40, 50, 1.001)));
        assertFalse(likeness(10, 20, 30, 40, 50, 1).isWhole(Tensor.vector(10, 20, 30, 40, 50, 1.0011)));
        assertTrue(
                likeness(10, 20, 30, 40, 50, 0).isWhole(Tensor.vector(10, 20, 30, 40, 50, 5e-8)),
                "1e-9 of the largest");
        assertFalse(likeness(10, 20, 30, 40, 50, 0).isWhole(Tensor.vector(10, 20, 30, 40, 50, 5.1e-8)));
        assertFalse(likeness(10, 20, 30, 40, 50, 1).isWhole(Tensor.vector(10, 20, 30, 40, 50, Double.NaN)));
        Likeness row = likeness(row(10, 21), row(10, 20), true);
        assertFalse(row.isWhole(column(10, 21)), "where a row differs from a column");
    }

    @Test
    void nearlyAllTellingCellsAreEnough() {
        Likeness five = likeness(11, 22, 33, 44, 55, 60);
        assertEquals(5, nearly(five, 11, 22, 33, 44, 55, 60));
        assertEquals(4, nearly(five, 11, 22, 33, 44, 99, 60));
        assertEquals(4, nearly(five, 11, 22, 33, 44, 50, 60), "one may even be right");
        assertEquals(4, nearly(five, 11, 22, 33, 44, Double.NaN, 60));
        assertEquals(0, nearly(five, 11, 22, 33, 98, 99, 60));
        assertEquals(0, nearly(five, 11, 22, 33, 44, 55));
    }

    @Test
    void amongFewCellsTheOtherMustBeWrongInAnotherWay() {
        Likeness three = likeness(11, 22, 33, 40, 50, 60);
        assertEquals(2, nearly(three, 11, 22, 99, 40, 50, 60));
        assertEquals(0, nearly(three, 11, 22, 30, 40, 50, 60));
        assertEquals(0, nearly(three, 11, 22, Double.NaN, 40, 50, 60));
        assertEquals(0, nearly(likeness(11, 22, 30, 40, 50, 60), 11, 22, 30, 40, 50, 60), "two cells could be chance");
    }

    @Test
    void theCellsThatTellNothingMustNearlyAllAgreeToo() {
        Likeness three = likeness(11, 22, 33, 40, 50, 60);
        assertEquals(3, nearly(three, 11, 22, 33, 40, 50, 99));
        assertEquals(0, nearly(three, 11, 22, 33, 40, 98, 99));
    }

    @Test
    void oneNumberManyTimesOverIsNoProcedure() {
        assertEquals(0, nearly(likeness(0, 0, 0, 0, 0, 60), 0, 0, 0, 0, 0, 60));
        assertEquals(5, nearly(likeness(0, 0, 0, 0, 1, 60), 0, 0, 0, 0, 1, 60));
    }

    @Test
    void vectorsCorrespondEitherWayUpUnlessTheirOrientationCounts() {
        assertTrue(Likeness.fits(row(1, 2, 3), column(1, 2, 3), false));
        assertFalse(Likeness.fits(row(1, 2, 3), column(1, 2, 3), true));
        assertTrue(Likeness.fits(row(1, 2, 3), Tensor.vector(1, 2, 3), true), "a list of numbers has none");
        assertTrue(Likeness.fits(column(1, 2, 3), column(4, 5, 6), true));
        assertFalse(Likeness.fits(row(1, 2, 3), column(1, 2), false));
        assertFalse(Likeness.fits(Tensor.matrix(new double[] {1, 2}, new double[] {3, 4}), row(1, 2, 3, 4), false));
        assertFalse(Likeness.fits(row(1, 2, 3, 4), Tensor.matrix(new double[] {1, 2}, new double[] {3, 4}), false));
        assertTrue(Likeness.fits(row(5), Tensor.number(5), false));
    }

    @Test
    void theLargestNumberIsSoByItsMagnitude() {
        assertEquals(7, Likeness.largest(Tensor.vector(1, -7, 3, Double.NaN)));
        assertEquals(0, Likeness.largest(Tensor.zeros(2, 2)));
    }
}
