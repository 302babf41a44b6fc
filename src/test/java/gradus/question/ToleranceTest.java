package gradus.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTest {
    private static double stepped(double from, int ulps) {
        double to = from;
        for (int i = 0; i < Math.abs(ulps); i++) {
            to = ulps > 0 ? Math.nextUp(to) : Math.nextDown(to);
        }
        return to;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.05, true",
        "1, 1.0500001, false",
        "1, 0.95, true",
        "-1, -1.05, true",
        "-1, 1, false",
        "0, 0, true",
        "0, 1e-300, false",
        "1e-300, 1.05e-300, true",
        "1e-300, 1.06e-300, false",
        "1e300, 1.05e300, true"
    })
    void relativeAloneHasNoFloorForTinyKeys(double key, double given, boolean right) {
        assertEquals(right, new Tolerance.Near(0, 0.05).accepts(given, key));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "4, true", "-4, true", "7, false", "-7, false"})
    void everyToleranceForgivesFourUlps(int ulps, boolean right) {
        assertEquals(right, Tolerance.EXACT.accepts(stepped(48120, ulps), 48120));
        assertEquals(right, new Tolerance.Near(0, 0).accepts(stepped(-0.3, ulps), -0.3));
        assertEquals(right, Tolerance.EXACT.accepts(stepped(1e300, ulps), 1e300));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5, 1, true",
        "0, 0.4999999, 1, false",
        "2, 1.005, 1, true",
        "2, 1.0051, 1, false",
        "3, 2.7185, 2.718, true",
        "-2, 150, 100, true",
        "-2, 151, 100, false",
        "0, -0.5, 0, true"
    })
    void decimalsAllowHalfAUnitOfTheLastPlace(int decimals, double given, double key, boolean right) {
        assertEquals(right, new Tolerance.Decimals(decimals).accepts(given, key));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 123.5, 123, true",
        "3, 123.51, 123, false",
        "1, 1e-7, 1.04e-7, true",
        "1, 1.4e-7, 1e-7, true",
        "1, 1.6e-7, 1e-7, false",
        "2, 1.05e23, 1e23, true",
        "2, 1.06e23, 1e23, false",
        "3, 0, 0, true",
        "3, 1e-300, 0, false",
        "5, 1.00005e300, 1e300, true",
        "2, 9.95, 9.9, true",
        "1, -14.9, -10, true"
    })
    void significantDigitsCountFromTheKeysOwn(int digits, double given, double key, boolean right) {
        assertEquals(right, new Tolerance.Significant(digits).accepts(given, key));
    }

    @ParameterizedTest
    @CsvSource({"1e-6, 0, 1000, true", "1.1e-6, 0, 1000, false", "1.001, 1, 1, true", "1.0011, 1, 1, false"})
    void theUsualToleranceMeasuresZerosByTheLargestCell(double given, double key, double largest, boolean right) {
        assertEquals(right, Tolerance.DEFAULT.accepts(given, key, largest));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1, false", "Infinity, 1e308, false", "-1.7e308, 1.7e308, false"})
    void whatIsNoNumberIsNeverRight(double given, double key, boolean right) {
        assertEquals(right, Tolerance.DEFAULT.accepts(given, key));
    }

    @Test
    void twoWholeNumbersAreExactlyEqualOnlyWhereTheyAreTheSame() {
        assertFalse(Tolerance.EXACT.accepts(0x1p50 + 1, 0x1p50));
        assertFalse(Tolerance.EXACT.accepts(1061, 1062));
        assertTrue(Tolerance.EXACT.accepts(0x1p50, 0x1p50));
        assertTrue(Tolerance.EXACT.accepts(0.1 + 0.2, 0.3));
    }

    @Test
    void keysAreShownWithOneDigitMoreThanIsAskedFor() {
        assertEquals(-0.56, Tolerance.EXACT.shown(-0.5599999999999999, 1));
        assertEquals(0.3333, Tolerance.DEFAULT.shown(1 / 3.0, 1));
        assertEquals(0.33333333, new Tolerance.Significant(7).shown(1 / 3.0, 1));
        assertEquals(12345678, Tolerance.DEFAULT.shown(12345678, 12345678));
        assertEquals(1.234e-7, Tolerance.DEFAULT.shown(1.23449e-7, 1));
    }
}
