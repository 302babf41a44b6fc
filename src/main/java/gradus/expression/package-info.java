/**
 * The expression language of authors and students: parsing, evaluation with running error bounds, equality of formulas,
 * printing.
 */
@NullMarked
package gradus.expression;

import org.jspecify.annotations.NullMarked;
