package gradus.exam;

/** What a student sees of the grading once feedback is due. */
public enum Show {
    SCORE,
    VERDICTS,
    MESSAGES,
    KEYS,
    SOLUTIONS
}
