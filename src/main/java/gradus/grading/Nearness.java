package gradus.grading;

/**
 * How near an answer comes to what a wrong procedure comes to.
 *
 * @param agreeing how many of the cells agree that tell the procedure from the key
 * @param telling how many such cells there are
 */
record Nearness(int agreeing, int telling) {
    private static final int FEWEST = 3;
    private static final int MANY = 5;
    private static final int MAJORITY_PERCENT = 85;

    /** Whether so many telling cells are enough for an answer to be near at all. */
    static boolean canBe(int telling) {
        return telling >= FEWEST;
    }

    /** How many of so many telling cells must agree. */
    static int needed(int telling) {
        return Math.min(telling - 1, (telling * MAJORITY_PERCENT + 99) / 100);
    }

    /**
     * Whether enough cells agree.
     *
     * @param asKeyOrBlank whether a cell that does not agree is the key's, or blank
     */
    static boolean isNear(int agreeing, int telling, boolean asKeyOrBlank) {
        return canBe(telling) && agreeing >= needed(telling) && (telling >= MANY || !asKeyOrBlank);
    }
}
