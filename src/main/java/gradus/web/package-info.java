/** The web's own floor: pages from templates, languages, forms that cannot be forged, errors, files for the browser. */
@NullMarked
package gradus.web;

import org.jspecify.annotations.NullMarked;
