/** What all pages share: templates, languages, protection of forms, error answers and static files. */
@NullMarked
package gradus.web;

import org.jspecify.annotations.NullMarked;
