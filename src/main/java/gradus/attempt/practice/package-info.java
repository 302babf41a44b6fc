/** What only practice has: checking, hints, solutions and further numbers. */
@NullMarked
package gradus.attempt.practice;

import org.jspecify.annotations.NullMarked;
