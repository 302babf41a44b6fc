/** JSON, read and written in one way everywhere. */
@NullMarked
package gradus.json;

import org.jspecify.annotations.NullMarked;
