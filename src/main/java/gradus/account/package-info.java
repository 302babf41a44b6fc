/** People: who they are, how they sign in, and the viewer of a request. */
@NullMarked
package gradus.account;

import org.jspecify.annotations.NullMarked;
