/** Gradus: a web quiz and auto-grader for deep-learning exams. */
@NullMarked
package gradus;

import org.jspecify.annotations.NullMarked;
