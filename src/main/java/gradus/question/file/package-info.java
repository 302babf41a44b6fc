/** Reads question files: YAML text in, a question out. */
@NullMarked
package gradus.question.file;

import org.jspecify.annotations.NullMarked;
