/** What students may ask of what is kept about them: to have it, to know of it, and that it ends. */
@NullMarked
package gradus.result.own;

import org.jspecify.annotations.NullMarked;
