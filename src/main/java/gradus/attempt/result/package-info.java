/** An ended attempt as its owner sees it: what was graded, and self-assessment. */
@NullMarked
package gradus.attempt.result;

import org.jspecify.annotations.NullMarked;
