package gradus.maths;

import java.util.List;

/** What the functions of the engine ask of their arguments; what does not hold is thrown with both shapes and a way to mend it. */
final class Require {
    /** The most cells that one result may have. */
    static final int MAX_CELLS = 1_000_000;

    /** The most multiplications that one call may do. */
    static final long MAX_WORK = 50_000_000;

    private Require() {}

    static void cells(long... axes) {
        double cells = 1;
        for (long axis : axes) {
            cells *= axis;
        }
        if (cells > MAX_CELLS) {
            throw MathsException.of("maths.too-many-cells", Numbers.plain(cells), Numbers.plain(MAX_CELLS));
        }
    }

    static void work(double multiplications) {
        if (multiplications > MAX_WORK) {
            throw MathsException.of("maths.too-much-work", Numbers.plain(multiplications), Numbers.plain(MAX_WORK));
        }
    }

    static int atLeast(int least, String name, int given) {
        if (given < least) {
            throw MathsException.of("maths.at-least", name, least, given);
        }
        return given;
    }

    /** A rate such as β or keep that lies in (0, 1] or [0, 1). */
    static void within(String name, double given, double low, boolean lowToo, double high, boolean highToo) {
        boolean above = lowToo ? given >= low : given > low;
        boolean below = highToo ? given <= high : given < high;
        if (!above || !below) {
            String range =
                    (lowToo ? "[" : "(") + Numbers.plain(low) + ", " + Numbers.plain(high) + (highToo ? "]" : ")");
            throw MathsException.of("maths.within", name, range, Double.toString(given));
        }
    }

    /** A probability; what rounding alone carried past 0 or 1 is taken back. */
    static double probability(String name, double given) {
        double clamped = Math.min(1, Math.max(0, given));
        if (!(Math.abs(given - clamped) <= 1e-12)) {
            within(name, given, 0, true, 1, true);
        }
        return clamped;
    }

    static void notNegative(String name, double given) {
        if (!(given >= 0)) {
            throw MathsException.of("maths.not-negative", name, Numbers.plain(given));
        }
    }

    /** The tensor as a matrix; vectors are columns and numbers 1×1. */
    static Tensor matrix(String name, Tensor given) {
        if (given.rank() > 2) {
            throw MathsException.of("maths.rank", name, 2, given.shapeText());
        }
        return given.asMatrix();
    }

    static Tensor rank(int rank, String name, Tensor given) {
        if (given.rank() != rank) {
            throw MathsException.of("maths.rank", name, rank, given.shapeText());
        }
        return given;
    }

    static void notEmpty(String name, Tensor given) {
        if (given.size() == 0) {
            throw MathsException.of("maths.empty", name);
        }
    }

    /** {@code given} in the shape of {@code model}: the same shape, or a vector for its column, or single cells. */
    static Tensor like(String modelName, Tensor model, String name, Tensor given) {
        if (given.sameShape(model)) {
            return given;
        }
        boolean flat = given.rank() < 3 && model.rank() < 3;
        if (flat && given.rows() == model.rows() && given.columns() == model.columns()) {
            return given.reshape(model.shape());
        }
        throw MathsException.of("maths.same-shape", modelName, model.shapeText(), name, given.shapeText());
    }

    /** {@code given} in the shape of {@code model}, where a number stands for all its cells. */
    static Tensor filledLike(String modelName, Tensor model, String name, Tensor given) {
        return given.isNumber() ? Tensor.filled(given.cell(0), model.shape()) : like(modelName, model, name, given);
    }

    /** One value for each of {@code count} places: a number for all of them, or a vector, row or column of that many. */
    static double[] oneEach(String name, Tensor given, int count) {
        if (given.size() == count && given.rank() <= 2 && (given.rows() == count || given.columns() == count)) {
            return given.cells();
        }
        if (given.rank() == 0) {
            return Tensor.filled(given.cell(0), count).cells();
        }
        throw MathsException.of("maths.one-each", name, given.shapeText(), count);
    }

    static Tensor notNegative(String name, Tensor given) {
        for (double cell : given.raw()) {
            notNegative(name, cell);
        }
        return given;
    }

    static MathsException unknown(String name, String given, List<String> known) {
        return MathsException.of("maths.unknown-word", name, given, String.join(", ", known));
    }

    /** What a function goes on with, or gives: 0/0 and overflow are said, never passed on. */
    static Tensor finite(String name, Tensor result) {
        for (double cell : result.raw()) {
            if (!Double.isFinite(cell)) {
                throw MathsException.of(Double.isNaN(cell) ? "maths.undefined" : "maths.overflow", name);
            }
        }
        return result;
    }
}
