package gradus.grading.fault;

import gradus.message.Message;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The ways in which people change a right procedure; how often each is met, against the others, is its prior. */
public enum FaultKind {
    TERM_LEFT_OUT(6),
    FACTOR_LEFT_OUT(6),
    MASK_LEFT_OUT(6),
    DIVISOR_LEFT_OUT(6),
    SIGN(5),
    MEAN_FOR_SUM(5),
    SUM_FOR_MEAN(5),
    RATE_AND_REST(5),
    KERNEL_FLIPPED(6),
    KERNEL_NOT_FLIPPED(6),
    SQUARE_LEFT_OUT(4),
    ROOT_LEFT_OUT(4),
    FUNCTION_LEFT_OUT(4),
    MULTIPLIED_FOR_DIVIDED(4),
    OLD_VALUE(4),
    NEW_VALUE(3),
    SUM_ADDED(2),
    PADDING(4),
    STRIDE(3),
    NOT_SCALED(4),
    FUNCTION_ADDED(3),
    FUNCTION(3),
    ROUNDING(3),
    TWO(3),
    WRONG_AXIS(3),
    SUM_LEFT_OUT(3),
    MASK_INVERTED(3),
    TRANSPOSE_LEFT_OUT(3),
    TRANSPOSE_ADDED(2),
    MASK_OF_VALUES(2),
    ONE_EXAMPLE(2),
    SUMS_MULTIPLIED(2),
    KERNEL_TURNED(2),
    IMAGE_TURNED(2),
    OUTPUT_TURNED(3),
    EDGES(2),
    PRODUCTS(1.5),
    BRACKETS(2),
    UPSIDE_DOWN(2),
    TWICE(1.5),
    SQUARE_ADDED(1.5),
    EXPONENT(2),
    FACTORS_SWAPPED(1),
    NAME(1.5),
    ADDED_FOR_MULTIPLIED(1),
    DIVIDED_FOR_MULTIPLIED(1),
    STEPS(2),
    OFF_BY_ONE(1.5),
    ONE_FOR_EACH(2),
    LARGEST(1.5),
    OPTION(3),
    COMPARISON(1);

    /** Those that change nothing where all quantities are plain numbers. */
    private static final Set<FaultKind> OF_ARRAYS = EnumSet.of(
            SUM_ADDED,
            SUMS_MULTIPLIED,
            ONE_EXAMPLE,
            SUM_LEFT_OUT,
            MEAN_FOR_SUM,
            SUM_FOR_MEAN,
            WRONG_AXIS,
            TRANSPOSE_ADDED,
            TRANSPOSE_LEFT_OUT,
            FACTORS_SWAPPED);

    private final double prior;

    FaultKind(double prior) {
        this.prior = prior;
    }

    boolean isOfArrays() {
        return OF_ARRAYS.contains(this);
    }

    double prior() {
        return prior;
    }

    /** The word in files and programs: {@code factor_left_out}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this word, as functions declare it. */
    static FaultKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What was done, in a sentence that holds nothing of the right formula. */
    public Message say() {
        return Message.of("grading.fault-" + word().replace('_', '-'));
    }
}
