/** The types of parts: each owns its settings, how its responses are read and compared, and its control on the page. */
@NullMarked
package gradus.question.part;

import org.jspecify.annotations.NullMarked;
