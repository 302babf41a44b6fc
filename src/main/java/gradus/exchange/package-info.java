/** Questions of other programs: files of learning platforms read as question files, and frozen variants written for them. */
@NullMarked
package gradus.exchange;

import org.jspecify.annotations.NullMarked;
