/** What of the right work of a part may be shown by itself: what a cell is made of, and the first steps of the way. */
@NullMarked
package gradus.grading.work;

import org.jspecify.annotations.NullMarked;
