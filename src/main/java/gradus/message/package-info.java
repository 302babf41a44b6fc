/** Texts for people in the program's languages, separate from the code that uses them. */
@NullMarked
package gradus.message;

import org.jspecify.annotations.NullMarked;
