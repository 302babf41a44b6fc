/** The home page, checks and new numbers in practice, and what of it somebody knows by now. */
@NullMarked
package gradus.practice;

import org.jspecify.annotations.NullMarked;
