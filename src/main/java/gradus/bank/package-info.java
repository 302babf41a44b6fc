/** The question bank: folders of files, their revisions and their pictures. */
@NullMarked
package gradus.bank;

import org.jspecify.annotations.NullMarked;
