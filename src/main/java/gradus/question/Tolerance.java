package gradus.question;

import java.math.BigDecimal;
import java.math.MathContext;

/** How far a number may lie from its key and still be right. */
public sealed interface Tolerance {
    /**
     * The difference that every tolerance forgives, in ulps of the larger number, so that 1.05 passes a relative 0.05
     * from 1.
     */
    int GRACE_ULPS = 4;

    /** A fraction of a number that certainly exceeds the grace, for rejecting most wrong numbers quickly. */
    double MORE_THAN_GRACE = 1e-15;

    /** The largest magnitude up to which a double represents every whole number. */
    double LARGEST_WHOLE = 0x1p53;

    int FEWEST_SHOWN = 4;

    /** The digits shown of a number that must be exact; few enough to hide rounding errors. */
    int MOST_SHOWN = 12;

    /** The default of numbers and cells: relative 1e-3, absolute 1e-9 times the largest magnitude in the key. */
    Tolerance DEFAULT = new Default();

    /** Only the key itself, within the grace; whole numbers get no grace. */
    Tolerance EXACT = new Exact();

    /**
     * Whether a number is right.
     *
     * @param given the student's number
     * @param key the right number
     * @param largest the largest magnitude in the key of which {@code key} is a cell; for a single number its own
     *     magnitude
     */
    default boolean accepts(double given, double key, double largest) {
        double distance = Math.abs(given - key);
        double allowed = distance(key, largest);
        double magnitude = Math.max(Math.abs(given), Math.abs(key));
        if (!(distance <= allowed + MORE_THAN_GRACE * magnitude + Double.MIN_NORMAL)) {
            return false;
        }
        if (allowed == 0 && magnitude <= LARGEST_WHOLE && given == Math.rint(given) && key == Math.rint(key)) {
            return given == key;
        }
        return distance <= allowed + GRACE_ULPS * Math.ulp(magnitude) && distance < Double.POSITIVE_INFINITY;
    }

    default boolean accepts(double given, double key) {
        return accepts(given, key, Math.abs(key));
    }

    /**
     * A key rounded for people: one significant digit more than the tolerance requires, at least four; whole numbers
     * are kept.
     */
    default double shown(double key, double largest) {
        return key == 0 || key == Math.rint(key) || !Double.isFinite(key)
                ? key
                : new BigDecimal(key)
                        .round(new MathContext(digits(key, largest)))
                        .doubleValue();
    }

    /** The significant digits of a key for people. */
    default int digits(double key, double largest) {
        double distance = distance(key, largest);
        double asked = distance > 0 ? Math.ceil(-Math.log10(distance / Math.abs(key)) - 1e-9) : MOST_SHOWN;
        return (int) Math.max(FEWEST_SHOWN, Math.min(MOST_SHOWN, asked + 1));
    }

    /** The largest distance from the key that is accepted, without the grace. */
    double distance(double key, double largest);

    record Default() implements Tolerance {
        @Override
        public double distance(double key, double largest) {
            return 1e-9 * largest + 1e-3 * Math.abs(key);
        }
    }

    record Exact() implements Tolerance {
        @Override
        public double distance(double key, double largest) {
            return 0;
        }
    }

    /** {@code |s−t| ≤ absolute + relative·|t|}; either may be 0. */
    record Near(double absolute, double relative) implements Tolerance {
        @Override
        public double distance(double key, double largest) {
            return absolute + relative * Math.abs(key);
        }
    }

    /** {@code |s−t| ≤ 0.5·10^−decimals}. */
    record Decimals(int decimals) implements Tolerance {
        @Override
        public double distance(double key, double largest) {
            return 0.5 * Math.pow(10, -decimals);
        }
    }

    /** {@code |s−t| ≤ 0.5·10^(⌊log10|t|⌋+1−digits)}; from 0 only 0. */
    record Significant(int digits) implements Tolerance {
        @Override
        public double distance(double key, double largest) {
            if (key == 0) {
                return 0;
            }
            double magnitude = Math.abs(key);
            int power = (int) Math.rint(Math.log10(magnitude));
            // compared with the double nearest to 10^n, because Math.log10 may be slightly off
            int leading = magnitude >= Double.parseDouble("1e" + power) ? power : power - 1;
            return 0.5 * Math.pow(10, leading + 1.0 - digits);
        }

        @Override
        public boolean accepts(double given, double key, double largest) {
            return key == 0 ? given == 0 : Tolerance.super.accepts(given, key, largest);
        }
    }
}
