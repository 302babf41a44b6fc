package gradus.expression.value;

/** What evaluations may still spend, in steps of work (about a nanosecond each), and the most cells of one value. */
public final class Budget {
    private final int cells;
    private final long granted;
    private long work;

    public Budget(long work, int cells) {
        this.granted = work;
        this.work = work;
        this.cells = cells;
    }

    /** A budget that allows whichever is more, this one's limits or the given ones. */
    public Budget orAtLeast(long otherWork, int otherCells) {
        return new Budget(Math.max(granted, otherWork), Math.max(cells, otherCells));
    }

    /** Whether enough is left for optional work. */
    public boolean isPlenty() {
        return work > granted / 2;
    }

    public long spent() {
        return granted - work;
    }

    public void spend(long steps, int at) {
        work -= steps;
        if (work < 0 || steps < 0) {
            throw ExpressionException.of(at, "expression.too-much-work");
        }
    }

    /**
     * Spends the work of a value with this many cells and steps per cell.
     *
     * @throws ExpressionException where the value is too large or the work too much
     */
    public void room(long wanted, long stepsEach, int at) {
        room(wanted, at);
        spend(wanted * stepsEach, at);
    }

    /** Spends the work of a value with this many cells, at one step per cell. */
    public void room(long wanted, int at) {
        if (wanted > cells || wanted < 0) {
            throw ExpressionException.of(at, "expression.too-many-cells", wanted, cells);
        }
        spend(wanted, at);
    }
}
