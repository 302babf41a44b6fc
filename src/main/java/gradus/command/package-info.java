/** The command line, one class per verb. */
@NullMarked
package gradus.command;

import org.jspecify.annotations.NullMarked;
