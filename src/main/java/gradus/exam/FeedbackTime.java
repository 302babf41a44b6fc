package gradus.exam;

/** When a student may see how an attempt was graded. */
public enum FeedbackTime {
    AT_ONCE,
    AFTER_SUBMIT,
    /** After the last window that any student has. */
    AFTER_CLOSE,
    NEVER
}
