/** The doors for programs: what staff can do through pages, with a bearer token, in JSON. */
@NullMarked
package gradus.api;

import org.jspecify.annotations.NullMarked;
