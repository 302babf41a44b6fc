/** What fields of a file may hold: the one source of reading them, of their JSON Schema, and of what is said where they do not fit. */
@NullMarked
package gradus.question.format;

import org.jspecify.annotations.NullMarked;
