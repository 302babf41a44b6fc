/** Grading by people: what waits for them, an attempt as its student saw it, and rubrics to tick. */
@NullMarked
package gradus.rubric;

import org.jspecify.annotations.NullMarked;
