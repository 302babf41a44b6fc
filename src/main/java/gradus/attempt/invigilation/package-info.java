/** What staff do and see while an exam runs: who sits, their time, their saves, and a word to all. */
@NullMarked
package gradus.attempt.invigilation;

import org.jspecify.annotations.NullMarked;
