package gradus.exam;

/** Whether an exam is sat once against the clock or practised as often as one likes. */
public enum Mode {
    TIMED,
    PRACTICE
}
