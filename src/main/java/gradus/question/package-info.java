/** Question files: YAML text in, {@link gradus.question.Question}s out; their variants, part types and readings. */
@NullMarked
package gradus.question;

import org.jspecify.annotations.NullMarked;
