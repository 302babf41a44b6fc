/** Attempts: what a student was asked, typed and did, how it was scored, and who may reach it. */
@NullMarked
package gradus.attempt;

import org.jspecify.annotations.NullMarked;
