package gradus.expression.value;

import gradus.maths.Tensor;
import org.jspecify.annotations.Nullable;

/** The comparisons: {@code ==} and {@code !=} compare whole values, the others go cell by cell. */
public enum ComparisonOperator {
    LESS("<", "<"),
    AT_MOST("<=", "\\le"),
    GREATER(">", ">"),
    AT_LEAST(">=", "\\ge"),
    CELLS_EQUAL(".==", "="),
    CELLS_DIFFER(".!=", "\\ne"),
    EQUAL("==", "="),
    DIFFERENT("!=", "\\ne");

    public final String symbol;
    public final String latex;

    ComparisonOperator(String symbol, String latex) {
        this.symbol = symbol;
        this.latex = latex;
    }

    /** The operator with this spelling; null where there is none. */
    public static @Nullable ComparisonOperator of(String spelling) {
        return switch (spelling) {
            case "<" -> LESS;
            case "<=", "≤" -> AT_MOST;
            case ">" -> GREATER;
            case ">=", "≥" -> AT_LEAST;
            case ".==" -> CELLS_EQUAL;
            case ".!=" -> CELLS_DIFFER;
            case "==" -> EQUAL;
            case "!=", "≠" -> DIFFERENT;
            default -> null;
        };
    }

    public boolean isWhole() {
        return this == EQUAL || this == DIFFERENT;
    }

    boolean holds(double a, double b) {
        return switch (this) {
            case LESS -> a < b;
            case AT_MOST -> a <= b;
            case GREATER -> a > b;
            case AT_LEAST -> a >= b;
            case CELLS_EQUAL, EQUAL -> a == b;
            case CELLS_DIFFER, DIFFERENT -> a != b;
        };
    }

    /**
     * The cellwise comparison as a function with an error bound, which is infinite where the cells differ by less than
     * their rounding error or come of an overflow. What is undefined is neither smaller, equal nor larger, as in NumPy.
     */
    public Pairwise asPairwise() {
        return new Pairwise() {
            @Override
            public double value(double a, double b) {
                return holds(a, b) ? 1 : 0;
            }

            @Override
            public double bound(double a, double boundA, double b, double boundB, double result) {
                double bounds = boundA + boundB;
                boolean unsure = bounds > 0 && !(Math.abs(a - b) > bounds) || Double.isInfinite(bounds);
                return unsure ? Double.POSITIVE_INFINITY : 0;
            }

            @Override
            public double gap(double a, double b) {
                return ComparisonOperator.this.ordinal() <= AT_LEAST.ordinal() ? a - b : Double.NaN;
            }
        };
    }

    /** Whether two values are equal as wholes; a 1×1 matrix equals its number, and a vector a column. */
    public static boolean same(Value a, Value b) {
        if (a.isNumeric() && b.isNumeric()) {
            Tensor left = a.asTensor();
            Tensor right = b.asTensor();
            if (left.size() != right.size() || !Shapes.sameAsMatrix(left, right)) {
                return false;
            }
            for (int i = 0; i < left.size(); i++) {
                if (left.cell(i) != right.cell(i)) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof SequenceValue left && b instanceof SequenceValue right) {
            return left.items().size() == right.items().size() && allSame(left, right);
        }
        return a.equals(b);
    }

    private static boolean allSame(SequenceValue left, SequenceValue right) {
        for (int i = 0; i < left.items().size(); i++) {
            if (!same(left.items().get(i), right.items().get(i))) {
                return false;
            }
        }
        return true;
    }
}
