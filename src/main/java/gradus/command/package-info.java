/** The command line: a class a verb. */
@NullMarked
package gradus.command;

import org.jspecify.annotations.NullMarked;
