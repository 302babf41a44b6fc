/** The results of an exam: a list of its attempts, and files. */
@NullMarked
package gradus.result;

import org.jspecify.annotations.NullMarked;
