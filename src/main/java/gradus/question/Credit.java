package gradus.question;

/** How the cells of a part share its points. */
public enum Credit {
    PER_CELL,
    ALL_OR_NOTHING
}
