/** Files that a learning platform exported, filled in with scores. */
@NullMarked
package gradus.result.fill;

import org.jspecify.annotations.NullMarked;
