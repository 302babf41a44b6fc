/**
 * The nodes of a parsed expression: each evaluates itself, bounds its own range, and prints itself as text and LaTeX.
 */
@NullMarked
package gradus.expression.node;

import org.jspecify.annotations.NullMarked;
