/** JSON, read and written the same way everywhere. */
@NullMarked
package gradus.json;

import org.jspecify.annotations.NullMarked;
