/** Grading by people: the queue of attempts, an attempt as its student saw it, and rubrics to tick. */
@NullMarked
package gradus.rubric;

import org.jspecify.annotations.NullMarked;
