/** Checking questions before students see them, pure: what every question keeps in many variants. */
@NullMarked
package gradus.grading.check;

import org.jspecify.annotations.NullMarked;
