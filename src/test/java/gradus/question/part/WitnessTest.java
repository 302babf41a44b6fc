package gradus.question.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessTest {
    @ParameterizedTest
    @CsvSource({
        "2, 4, 2",
        "1.5, 4, 1.5",
        "100, 4, 100",
        "1050, 6, 1050",
        "-0.25, 4, -0.25",
        "0.33333333, 4, 0.3333",
        "0.33333333, 6, 0.333333",
        "0.0001, 4, 0.0001",
        "1e-7, 4, 1.000e-07",
        "1234567, 4, 1.235e+06",
        "0, 4, 0"
    })
    void aNumberHasAsManyDigitsAsAskedAndNoZerosAtItsEnd(double number, int digits, String said) {
        assertEquals(said, Witness.shortly(number, digits));
    }

    @Test
    void whatIsUndefinedIsADash() {
        assertEquals("–", Witness.shortly(Double.NaN, 4));
        assertEquals("–", Witness.shortly(Double.POSITIVE_INFINITY, 4));
    }
}
