/** The functions of the language: their signatures, what they do with their arguments, how their working is shown. */
@NullMarked
package gradus.expression.function;

import org.jspecify.annotations.NullMarked;
