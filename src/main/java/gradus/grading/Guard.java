package gradus.grading;

/** Why an earlier reading, or all of them together, earns no follow-through in a later part. */
enum Guard {
    /** It is blank or unreadable, or waits for a person. */
    UNREAD,
    /** It has another shape than its key. */
    SHAPE,
    /** A cell of it is blank or not finite. */
    NOT_FINITE,
    /** Nobody knows how it came about, and the part asks for that. */
    UNEXPLAINED,
    /** It is zero where its key is not. */
    ZERO,
    /** It is more than 1,000 times smaller or larger than its key. */
    SIZE,
    /** It is made of −1, 0 and 1 alone, or of one number in all cells, where its key is not. */
    STOCK,
    /** The readings together have less than half as many different numbers as their keys. */
    FEW_NUMBERS,
    /** The answer itself is one of the readings again, or they and the answer are one number, where their keys are not. */
    REPEATED,
    /**
     * Several readings come together in the part without anything else, as in a total, and none of them is right in any cell,
     * follows or is explained: a slip would have left something of them.
     */
    INVENTED,
    /** The later part's key on the readings is zero, whole or constant although the true key is not. */
    SIMPLER
}
