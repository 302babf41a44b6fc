package gradus.question;

import gradus.expression.Expression;
import gradus.expression.equality.Agreement;
import gradus.expression.equality.FormulaKey;
import gradus.expression.equality.Symbols;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** An answer to a part, a student's or the key: a value, or a formula in symbols. */
public sealed interface Answer {
    /** Whether every number in it is finite; a formula is when it can be a key at all. */
    boolean isFinite();

    /**
     * A value: number, tensor (a blank cell is NaN), option id as text, sequence of option ids, or for a grid a
     * sequence of rows of option ids (a blank cell is the empty text).
     */
    record Plain(Value value) implements Answer {
        @Override
        public boolean isFinite() {
            return value.isFinite();
        }
    }

    /** A formula, with the symbols it may be written in and the variant's values that it may also name. */
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
         * How this formula compares with a key; asked again of the same key, the answer is remembered.
         *
         * @throws ExpressionException where this formula cannot be evaluated, or is undefined wherever the key is defined
         */
        public Agreement agreement(Formula right) {
            // made ready before this formula is locked: two that are held against each other must not wait in a circle
            FormulaKey prepared = right.key();
            synchronized (this) {
                Agreement known = comparedWith == right ? agreement : null;
                if (known == null) {
                    known = prepared.compare(expression);
                    comparedWith = right;
                    agreement = known;
                }
                return known;
            }
        }

        /** This formula made ready to be compared with others, once. */
        public synchronized FormulaKey key() {
            if (key == null) {
                key = FormulaKey.prepare(expression, symbols, scope);
            }
            return key;
        }
    }
}
