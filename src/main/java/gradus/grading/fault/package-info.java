/** Wrong procedures that nobody wrote: each one or two changes of a key's own formula, found where the formula stands. */
@NullMarked
package gradus.grading.fault;

import org.jspecify.annotations.NullMarked;
