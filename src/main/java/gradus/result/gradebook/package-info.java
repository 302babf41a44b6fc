/** The gradebook: students by exams and by questions, and the grades of a course that come of them. */
@NullMarked
package gradus.result.gradebook;

import org.jspecify.annotations.NullMarked;
