/** Courses, who is in them in which role, and the one place that decides who may do what. */
@NullMarked
package gradus.course;

import org.jspecify.annotations.NullMarked;
