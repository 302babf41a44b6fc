/** From text to nodes: characters, tokens, names, and what may be written where. */
@NullMarked
package gradus.expression.read;

import org.jspecify.annotations.NullMarked;
