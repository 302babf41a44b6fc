/** Pictures of worked steps: drawn as SVG that takes its colours from the page, each with its words for those who do not see it. */
@NullMarked
package gradus.maths.picture;

import org.jspecify.annotations.NullMarked;
