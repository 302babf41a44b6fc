package gradus.question;

import java.math.BigDecimal;
import java.math.MathContext;

/** How far a number may lie from its key and still be right. */
public sealed interface Tolerance {
    /** Ulps of the larger of the two numbers that every tolerance forgives, so that 1.05 passes a relative 0.05 from 1. */
    int GRACE_ULPS = 4;

    /** A fraction of a number that is surely more than the grace, so that most wrong numbers are refused without looking closer. */
    double MORE_THAN_GRACE = 1e-15;

    /** Up to here a double tells every whole number from the next. */
    double LARGEST_WHOLE = 0x1p53;

    int FEWEST_SHOWN = 4;

    /** As many digits as are shown of a number that must be exact: fewer than show how it was rounded. */
    int MOST_SHOWN = 12;

    /** What numbers and cells have when their author says nothing: relative 1e-3, absolute 1e-9 × the largest magnitude in the key. */
    Tolerance USUAL = new Usual();

    /** Only the key itself; of two whole numbers that differ none is forgiven. */
    Tolerance EXACT = new Exact();

    /**
     * Whether a number is right.
     *
     * @param largest the largest magnitude in the key that {@code key} is a cell of; of a single number its own
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

    /** A key rounded for people: to one significant digit more than is asked for, at least four; whole numbers stay. */
    default double shown(double key, double largest) {
        if (key == 0 || key == Math.rint(key) || !Double.isFinite(key)) {
            return key;
        }
        double distance = distance(key, largest);
        double asked = distance > 0 ? Math.ceil(-Math.log10(distance / Math.abs(key)) - 1e-9) : MOST_SHOWN;
        int digits = (int) Math.max(FEWEST_SHOWN, Math.min(MOST_SHOWN, asked + 1));
        return new BigDecimal(key).round(new MathContext(digits)).doubleValue();
    }

    /** The largest distance from the key that is allowed, without the grace. */
    double distance(double key, double largest);

    record Usual() implements Tolerance {
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
            // held against the double that is written 10^n, which may lie a little below it
            int leading = magnitude >= Double.parseDouble("1e" + power) ? power : power - 1;
            return 0.5 * Math.pow(10, leading + 1.0 - digits);
        }

        @Override
        public boolean accepts(double given, double key, double largest) {
            return key == 0 ? given == 0 : Tolerance.super.accepts(given, key, largest);
        }
    }
}
