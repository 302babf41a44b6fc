/** Questions as their authors wrote them: parameters and parts, the variants drawn of them, and what an answer is. */
@NullMarked
package gradus.question;

import org.jspecify.annotations.NullMarked;
