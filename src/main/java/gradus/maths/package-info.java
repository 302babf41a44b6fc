/** The reference engine: what the right numbers are. Pure functions on {@link gradus.maths.Tensor}s; EJML does the linear algebra. */
@NullMarked
package gradus.maths;

import org.jspecify.annotations.NullMarked;
