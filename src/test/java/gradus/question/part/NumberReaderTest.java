package gradus.question.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.read.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
    private static double read(String typed) throws Unreadable {
        return NumberReader.number(PlainText.of(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 3",
                "-.5 | -0.5",
                "5. | 5",
                "1e-3 | 0.001",
                "2.5×10^3 | 2500",
                "3/4 | 0.75",
                "(5*5*3+1)*8 | 608",
                "62,958 | 62958",
                "1_000 | 1000",
                "1,234,567.5 | 1234567.5",
                "+7 | 7",
                "−5 | -5",
                "３．５ | 3.5",
                "٣.٥ | 3.5",
                "१२ | 12",
                "1E3 | 1000",
                "1e-400 | 0",
                "-0 | 0",
                "007 | 7",
                "2^10 | 1024",
                "2**3 | 8",
                "1e3/1e-3 | 1000000",
                "e^0 | 1",
                "ln(e) | 1",
                "log(1) | 0",
                "exp(0) | 1",
                "sqrt(4) | 2",
                "0*pi | 0",
                "--3 | 3",
                "10 - 2 | 8",
                "- 3 | -3",
                "400×120+120 | 48120",
                "1.5·2 | 3",
                "6÷3 | 2",
                "3⁄4 | 0.75",
                "2.5 \\times 10^{3} | 2500",
                "\\frac{3}{4} | 0.75",
                "₩frac{3}{4} | 0.75",
                "$5$ | 5",
                "=5 | 5",
                "x = 5 | 5",
                "5² | 25",
                "2.5x10^3 | 2500",
                "3x10**-2 | 0.03",
                "2 x sqrt(9) | 6",
                "2xsqrt(9) | 6",
                "e x 0 | 0",
                "0 x pi | 0",
                "3 x e^0 | 3",
                "2 x exp(0) x 3 | 6",
                "$$5$$ | 5",
                "9,999 | 9999",
                "1 / 4 | 0.25",
                "123456789012345678 | 123456789012345678",
                "-2^2 | -4",
                "3/-2 | -1.5",
                "0.1+0.2 | 0.30000000000000004",
                "1.7976931348623157e308 | 1.7976931348623157e308",
                "4.9e-324 | 4.9e-324"
            })
    void numbersAreReadAsPeopleTypeThem(String typed, double value) throws Unreadable {
        assertEquals(value, read(typed) + 0.0);
        assertEquals(value, read(" \u00a0" + typed + "\u3000\n") + 0.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,5",
                "3 4",
                "1d",
                "0x1A",
                "NaN",
                "nan",
                "inf",
                "Infinity",
                "∞",
                "-inf",
                "1e999",
                "-1e999",
                "1/0",
                "0/0",
                "abc",
                "true",
                "1..2",
                "1e",
                "1e+",
                ".",
                "-",
                "+",
                "e5x",
                "1.2.3",
                "12,34",
                "1,23,456",
                "1,2345",
                "1_00",
                "1__000",
                "0,958",
                "1<2",
                "[3]",
                "[1,2]",
                "(1",
                "1)",
                "5 m",
                "5%",
                "x",
                "1;2",
                "3,",
                ",3",
                "\"3\"",
                "1e5000/1e5000",
                "sqrt(-1)",
                "ln(0)",
                "1f",
                "1L",
                "0b11",
                "1e3d",
                "3!",
                "2(3)",
                "2pi",
                "10^400",
                "5 5",
                "1 000",
                "max(1,2)",
                "ex(2)",
                "2 x y",
                "0xe",
                "1/1e999"
            })
    void whatIsNoNumberIsUnreadable(String typed) {
        assertThrows(Unreadable.class, () -> read(typed), typed);
    }

    @Test
    void literalsAreRoundedAsJavaRoundsThem() throws Unreadable {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            String literal = (random.nextBoolean() ? "-" : "")
                    + Long.toString(random.nextLong() & Long.MAX_VALUE).substring(random.nextInt(10))
                    + (random.nextBoolean() ? "." + random.nextInt(1_000_000) : "")
                    + (random.nextBoolean() ? "e" + (random.nextInt(80) - 40) : "");
            assertEquals(Double.parseDouble(literal), read(literal), literal);
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, read(Double.toString(value)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"7/8cm, cm, 7/8", "3 kB, kB, 3", "10개, 개, 10", "-2.5 %, %, -2.5", "(1+2)*3 m/s, m/s, (1+2)*3"})
    void aUnitIsSaidToBeOneAndTheNumberOffered(String typed, String unit, String number) {
        Unreadable wrong = assertThrows(Unreadable.class, () -> read(typed));
        assertTrue(
                wrong.reason().in(Locale.ENGLISH).contains("without a unit or word such as \"" + unit + "\""), typed);
        assertEquals(List.of(number), wrong.offers());
        assertEquals(typed.indexOf(unit), wrong.at());
    }

    @ParameterizedTest
    @ValueSource(strings = {"없음", "none", "모름", "n/a", "-", "I don't know"})
    void wordsInANumbersPlaceAreToldToLeaveItEmpty(String typed) {
        Unreadable wrong = assertThrows(Unreadable.class, () -> read(typed));
        assertTrue(wrong.reason().in(Locale.KOREAN).contains("비워"), typed);
    }

    @Test
    void aNameOrAFactorBehindANumberIsStillToldApart() {
        assertEquals(
                "expression.product-not-written",
                assertThrows(Unreadable.class, () -> read("2pi")).reason().key());
        assertEquals(
                "expression.unknown-name-near",
                assertThrows(Unreadable.class, () -> read("sqr")).reason().key());
    }

    @Test
    void itSaysWhereAndWhyInBothLanguages() {
        Unreadable missing = assertThrows(Unreadable.class, () -> read(" 1 + "));
        assertTrue(missing.at() >= 3, () -> "at " + missing.at());
        Unreadable wrong = assertThrows(Unreadable.class, () -> read("１+ x"));
        assertEquals(3, wrong.at());
        assertTrue(wrong.reason().in(Locale.ENGLISH).contains("x"));
        assertTrue(wrong.reason().in(Locale.KOREAN).contains("x"));
    }
}
