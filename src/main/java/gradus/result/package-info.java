/** Results of an exam: its attempts in a list, and as files. */
@NullMarked
package gradus.result;

import org.jspecify.annotations.NullMarked;
