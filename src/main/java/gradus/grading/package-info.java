/** Grading, pure: reading, comparison, follow-through, diagnosis. */
@NullMarked
package gradus.grading;

import org.jspecify.annotations.NullMarked;
