/** The desk of a running attempt: choosing an exam, its pages, saving what is typed, and submitting. */
@NullMarked
package gradus.attempt.sitting;

import org.jspecify.annotations.NullMarked;
