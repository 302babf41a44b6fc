/** Texts for people in the languages of the program, apart from the code that says them. */
@NullMarked
package gradus.message;

import org.jspecify.annotations.NullMarked;
