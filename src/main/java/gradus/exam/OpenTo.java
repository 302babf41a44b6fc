package gradus.exam;

/** For whom an exam is. */
public enum OpenTo {
    /** Students on the roster of its course. */
    ROSTER,
    /** Everybody: practice without an account, timed exams with any. */
    ANYONE
}
