/** Whether two formulas are equal: points of their symbols, both sides of every branch, cells that agree. */
@NullMarked
package gradus.expression.equality;

import org.jspecify.annotations.NullMarked;
