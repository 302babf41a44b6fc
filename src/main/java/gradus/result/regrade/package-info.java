/** Scores that instructors change after the grading: one part of one attempt, or a question for everybody. */
@NullMarked
package gradus.result.regrade;

import org.jspecify.annotations.NullMarked;
