/** The expression language of authors and students: reading, evaluation with a running rounding bound, equality of formulas, printing. */
@NullMarked
package gradus.expression;

import org.jspecify.annotations.NullMarked;
