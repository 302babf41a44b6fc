/** Questions as their authors wrote them: parameters, parts, variants and answers. */
@NullMarked
package gradus.question;

import org.jspecify.annotations.NullMarked;
