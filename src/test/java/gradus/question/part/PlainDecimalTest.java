package gradus.question.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecimalTest {
    private static double read(String text) {
        return PlainDecimal.read("[" + text + "]", 1, 1 + text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "9",
                "-0",
                "+7",
                "5.",
                ".5",
                "-.5",
                "007",
                "1e22",
                "1e23",
                "1e-22",
                "1e-23",
                "1.5e-22",
                "12E+3",
                "12e-03",
                "9007199254740992",
                "9007199254740993",
                "9223372036854775807",
                "922337203685477580712345",
                "0.1",
                "0.30000000000000004",
                "1.7976931348623157e308",
                "4.9e-324",
                "1e-400",
                "1e-2147483649",
                "123456789012345678e-5",
                "99e09",
                "3e0000000000000000000001"
            })
    void aLiteralIsRoundedAsJavaRoundsIt(String text) {
        assertEquals(Double.parseDouble(text), read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "-",
                ".",
                "-.",
                "1e",
                "1e+",
                "1E-",
                "e5",
                "1.2.3",
                "1d",
                "1f",
                "0x1A",
                "1/",
                "1:",
                "1e/",
                "1e:",
                "1e5x",
                "1e5.",
                "--1",
                "NaN",
                "Infinity",
                "1e309",
                "1e999999999999",
                "1 2",
                "1,2"
            })
    void whatIsNoLiteralOrTooLargeIsNoNumber(String text) {
        assertEquals(Double.NaN, read(text));
    }

    @Test
    void randomLiteralsAreRoundedAsJavaRoundsThem() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String text = switch (random.nextInt(3)) {
                case 0 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30));
                case 1 -> String.format(Locale.ROOT, "%.6f", random.nextGaussian());
                default -> random.nextLong() + "e" + (random.nextInt(50) - 25);
            };
            assertEquals(Double.parseDouble(text), read(text), text);
        }
    }
}
