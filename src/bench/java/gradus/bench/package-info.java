/** Measures the ratios that the contract promises, each against its floor in the same run. */
@NullMarked
package gradus.bench;

import org.jspecify.annotations.NullMarked;
