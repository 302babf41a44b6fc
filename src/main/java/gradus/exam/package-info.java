/** Exams: their files, policies and schedules, and whether they are open. */
@NullMarked
package gradus.exam;

import org.jspecify.annotations.NullMarked;
