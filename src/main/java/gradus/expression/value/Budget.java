package gradus.expression.value;

/** What evaluations may still cost, in steps of work (about a nanosecond each) and in cells of one value. */
public final class Budget {
    private final int cells;
    private final long granted;
    private long work;

    public Budget(long work, int cells) {
        this.granted = work;
        this.work = work;
        this.cells = cells;
    }

    /** A budget that also allows what is given here, where that is more. */
    public Budget orAtLeast(long otherWork, int otherCells) {
        return new Budget(Math.max(granted, otherWork), Math.max(cells, otherCells));
    }

    /** Whether there is enough left for what is not strictly needed. */
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

    /** Room for a value of so many cells, each of which takes so many steps. */
    public void room(long wanted, long stepsEach, int at) {
        room(wanted, at);
        spend(wanted * stepsEach, at);
    }

    /** Room for a value of so many cells, which is also so much work. */
    public void room(long wanted, int at) {
        if (wanted > cells || wanted < 0) {
            throw ExpressionException.of(at, "expression.too-many-cells", wanted, cells);
        }
        spend(wanted, at);
    }
}
