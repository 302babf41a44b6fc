package gradus.question;

/** How the points of a part are shared among its cells. */
public enum Credit {
    PER_CELL,
    ALL_OR_NOTHING
}
