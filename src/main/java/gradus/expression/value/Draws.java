package gradus.expression.value;

/** A pseudorandom stream that is the same on every Java version: SplitMix64 (Steele, Lea and Flood 2014). */
public final class Draws {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    private Draws(long seed) {
        state = seed;
    }

    public static Draws of(long seed) {
        return new Draws(seed);
    }

    /** 64 random bits. */
    public long bits() {
        state += GAMMA;
        return mixed(state);
    }

    static long mixed(long bits) {
        long z = bits;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A number in [0, 1), a multiple of 2^-53. */
    public double fraction() {
        return (bits() >>> 11) * 0x1p-53;
    }

    /** An integer from low to high, both included, uniformly distributed. */
    public long integer(long low, long high) {
        long span = high - low + 1;
        if (span <= 0) {
            throw new IllegalArgumentException("no integer from " + low + " to " + high);
        }
        long bits = bits() >>> 1;
        long draw = bits % span;
        while (bits - draw + (span - 1) < 0) {
            bits = bits() >>> 1;
            draw = bits % span;
        }
        return low + draw;
    }

    /** A standard normal number, by the Box–Muller transform. */
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - fraction()));
        return radius * StrictMath.cos(2 * Math.PI * fraction());
    }
}
