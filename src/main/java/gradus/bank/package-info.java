/** Question files: the folders they stand in, their revisions, and their pictures. */
@NullMarked
package gradus.bank;

import org.jspecify.annotations.NullMarked;
