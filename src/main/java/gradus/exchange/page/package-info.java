/** The instructors' pages on which questions come in from, and go out to, other programs. */
@NullMarked
package gradus.exchange.page;

import org.jspecify.annotations.NullMarked;
