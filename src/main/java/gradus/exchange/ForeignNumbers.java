package gradus.exchange;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/** Decimals as files of learning platforms write them, and the grades that Moodle knows. */
final class ForeignNumbers {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,300}(\\.\\d{0,300})?|\\.\\d{1,300})([eE][+-]?\\d{1,3})?");
    private static final int PLAIN = 25;
    private static final int DECIMALS = 7;
    private static final int LARGEST_WEIGHT = 1_000_000;
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What an answer may earn in Moodle, in per cent. */
    private static final String[] GRADES = {
        "0",
        "5",
        "10",
        "11.11111",
        "12.5",
        "14.28571",
        "16.66667",
        "20",
        "25",
        "30",
        "33.33333",
        "40",
        "50",
        "60",
        "66.66667",
        "70",
        "75",
        "80",
        "83.33333",
        "90",
        "100"
    };

    private ForeignNumbers() {}

    /** A decimal such as {@code -1.5e3}; empty where it is none. */
    static Optional<BigDecimal> read(String text) {
        String number = text.strip().replace('\u2212', '-');
        return DECIMAL.matcher(number).matches() ? Optional.of(new BigDecimal(number)) : Optional.empty();
    }

    static String text(double number) {
        return text(BigDecimal.valueOf(number));
    }

    static String text(BigDecimal number) {
        BigDecimal brief = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        boolean plain = Math.abs(brief.scale()) < PLAIN && brief.precision() < PLAIN;
        return plain
                ? brief.toPlainString()
                : brief.toString().replace("E", "e").replace("e+", "e");
    }

    /** At most seven decimals. */
    static String text(BigFraction fraction) {
        BigDecimal decimal = new BigDecimal(fraction.getNumerator())
                .divide(new BigDecimal(fraction.getDenominator()), DECIMALS, RoundingMode.HALF_UP);
        return text(decimal);
    }

    /** A distance as people write one, to twelve digits. */
    static BigDecimal distance(double distance) {
        return BigDecimal.valueOf(distance).round(new MathContext(12));
    }

    /** The grade of Moodle's list nearest to this one, with its sign. */
    static BigDecimal grade(BigDecimal percent) {
        BigDecimal best = BigDecimal.ZERO;
        for (String grade : GRADES) {
            BigDecimal candidate = new BigDecimal(grade);
            if (candidate
                            .subtract(percent.abs())
                            .abs()
                            .compareTo(best.subtract(percent.abs()).abs())
                    < 0) {
                best = candidate;
            }
        }
        return percent.signum() < 0 ? best.negate() : best;
    }

    /** Whether Moodle grades this many per cent, but for what is lost in writing thirds. */
    static boolean isGrade(BigDecimal percent) {
        return grade(percent).subtract(percent).abs().compareTo(new BigDecimal("0.001")) <= 0;
    }

    /** One n-th of a hundred, five decimals. */
    static BigDecimal share(int n) {
        return HUNDRED.divide(BigDecimal.valueOf(n), 5, RoundingMode.HALF_UP);
    }

    /** The number by which these become whole numbers without a common divisor; 1 where it would be too large. */
    static BigFraction toWhole(Collection<BigFraction> weights) {
        BigInteger multiple = BigInteger.ONE;
        BigInteger divisor = BigInteger.ZERO;
        for (BigFraction weight : weights) {
            BigInteger denominator = weight.getDenominator();
            multiple = multiple.divide(multiple.gcd(denominator)).multiply(denominator);
        }
        for (BigFraction weight : weights) {
            divisor = divisor.gcd(weight.multiply(multiple).getNumerator());
        }
        boolean usual = divisor.signum() > 0 && multiple.bitLength() < 40;
        BigFraction factor = usual ? BigFraction.of(multiple, divisor) : BigFraction.ONE;
        BigFraction most =
                weights.stream().reduce(BigFraction.ZERO, BigFraction::add).multiply(factor);
        return most.compareTo(BigFraction.of(LARGEST_WEIGHT)) > 0 ? BigFraction.ONE : factor;
    }
}
