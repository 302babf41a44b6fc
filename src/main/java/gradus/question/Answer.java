package gradus.question;

import gradus.expression.Expression;
import gradus.expression.equality.Agreement;
import gradus.expression.equality.FormulaKey;
import gradus.expression.equality.Symbols;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An answer to a part, a student's or the key: a value, or a formula in symbols. */
public sealed interface Answer {
    /**
     * Whether every number in it is finite; for a formula, whether it can be evaluated at enough points to serve as a
     * key.
     */
    boolean isFinite();

    /**
     * A value: a number, a tensor (a blank cell is NaN), an option id as text, a sequence of option ids, or for a grid
     * a sequence of rows of option ids (a blank cell is the empty text).
     *
     * @param exact row-major flags of the cells that must match to the last digit unless the part sets a tolerance;
     *     null where no cell must; callers must not change the array
     */
    record Plain(Value value, boolean @Nullable [] exact) implements Answer {
        public Plain(Value value) {
            this(value, null);
        }

        /** The tolerance of one cell of this key: exact where the cell is flagged so, otherwise the part's. */
        public Tolerance tolerance(int cell, Tolerance ofPart) {
            return exact != null && cell < exact.length && exact[cell] ? Tolerance.EXACT : ofPart;
        }

        /** This value with the exactness flags of another answer. */
        Plain exactAs(Plain other) {
            return other.exact == null ? this : new Plain(value, other.exact);
        }

        /**
         * This value as the result of an expression, with the cells flagged as exact that are whole numbers computed
         * from whole numbers alone.
         */
        Plain exactBy(Expression expect, Scope scope) {
            double[] cells = value.asTensor().cells();
            boolean[] whole = expect.wholeCells(scope, cells.length);
            boolean any = false;
            for (int i = 0; i < cells.length; i++) {
                whole[i] &= cells[i] == Math.rint(cells[i]) && Math.abs(cells[i]) <= LARGEST_WHOLE;
                any |= whole[i];
            }
            return any ? new Plain(value, whole) : this;
        }

        private static final double LARGEST_WHOLE = 0x1p53;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Plain that && value.equals(that.value) && Arrays.equals(exact, that.exact);
        }

        @Override
        public int hashCode() {
            return 31 * value.hashCode() + Arrays.hashCode(exact);
        }

        @Override
        public boolean isFinite() {
            return value.isFinite();
        }
    }

    /** A formula, with the symbols that may occur in it and the variant's values that it may name as well. */
    final class Formula implements Answer {
        private final Expression expression;
        private final Symbols symbols;
        private final Scope scope;
        private @Nullable FormulaKey key;
        private @Nullable Formula comparedWith;
        private @Nullable Agreement agreement;

        public Formula(Expression expression, Symbols symbols, Scope scope) {
            this.expression = expression;
            this.symbols = symbols;
            this.scope = scope;
        }

        public Expression expression() {
            return expression;
        }

        public Symbols symbols() {
            return symbols;
        }

        public Scope scope() {
            return scope;
        }

        @Override
        public boolean isFinite() {
            try {
                key();
                return true;
            } catch (ExpressionException undefined) {
                return false;
            }
        }

        /**
         * How this formula compares with a key. The result for the latest key is cached.
         *
         * @param eitherWayUp whether a row agrees with the column of the same numbers
         * @throws ExpressionException where this formula cannot be evaluated
         */
        public Agreement agreement(Formula right, boolean eitherWayUp) {
            // prepared before this formula is locked, so that two formulas compared with each other cannot deadlock
            FormulaKey prepared = right.key();
            synchronized (this) {
                Agreement known = comparedWith == right ? agreement : null;
                if (known == null) {
                    known = prepared.compare(expression, eitherWayUp);
                    comparedWith = right;
                    agreement = known;
                }
                return known;
            }
        }

        /** This formula prepared for comparison with others; prepared on first use and cached. */
        public synchronized FormulaKey key() {
            if (key == null) {
                key = FormulaKey.prepare(expression, symbols, scope);
            }
            return key;
        }
    }
}
