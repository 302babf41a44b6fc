package gradus.grading;

/**
 * How near an answer comes to the result of a wrong procedure.
 *
 * @param agreeing how many of the distinguishing cells agree
 * @param telling how many cells distinguish the procedure from the key
 */
record Nearness(int agreeing, int telling) {
    private static final int FEWEST = 3;
    private static final int MANY = 5;
    private static final int MAJORITY_PERCENT = 85;

    /** Whether there are enough distinguishing cells for a near match at all. */
    static boolean canBe(int telling) {
        return telling >= FEWEST;
    }

    /** How many of the distinguishing cells must agree. */
    static int needed(int telling) {
        return Math.min(telling - 1, (telling * MAJORITY_PERCENT + 99) / 100);
    }

    /**
     * Whether enough cells agree.
     *
     * @param asKeyOrBlank whether a cell that does not agree holds the key's value or is blank
     */
    static boolean isNear(int agreeing, int telling, boolean asKeyOrBlank) {
        return canBe(telling) && agreeing >= needed(telling) && (telling >= MANY || !asKeyOrBlank);
    }
}
