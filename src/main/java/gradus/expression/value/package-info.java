/** What an expression comes to, with a running rounding bound, and the arithmetic of it: operators, products, budgets, printing. */
@NullMarked
package gradus.expression.value;

import org.jspecify.annotations.NullMarked;
