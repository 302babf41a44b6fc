/** What authors do: write questions and exams in the browser, try them out, prove them and publish them. */
@NullMarked
package gradus.author;

import org.jspecify.annotations.NullMarked;
