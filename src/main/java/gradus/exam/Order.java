package gradus.exam;

/** The order in which an attempt asks the questions. */
public enum Order {
    FIXED,
    SHUFFLED
}
