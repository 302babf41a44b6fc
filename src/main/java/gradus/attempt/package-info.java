/** Attempts: sitting an exam, saving what is typed, submitting, and the result. */
@NullMarked
package gradus.attempt;

import org.jspecify.annotations.NullMarked;
