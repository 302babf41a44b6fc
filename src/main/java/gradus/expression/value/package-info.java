/**
 * The values of expressions with their error bounds, and arithmetic on them: operators, products, budgets, printing.
 */
@NullMarked
package gradus.expression.value;

import org.jspecify.annotations.NullMarked;
