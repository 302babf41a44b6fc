package gradus.exam;

/** Who shares the numbers that are drawn for an exam. */
public enum Variants {
    /** Every attempt has its own. */
    PER_ATTEMPT,
    /** All attempts of an exam have the same. */
    PER_EXAM
}
