package gradus.expression.value;

import gradus.maths.Steps;
import java.util.Set;

/** The formula that defines a name, for showing worked steps. */
public interface Definition {
    /**
     * The worked steps.
     *
     * @param path the wanted field of the result; empty for all
     * @param names how many more names may be replaced by their definitions
     */
    Steps steps(Scope scope, Budget budget, String path, int names);

    /**
     * Whether the value is computed from whole numbers alone, by sums, products, comparisons and functions made of
     * these.
     *
     * @param seen the names already visited; this call adds to it
     */
    boolean isOfWholeNumbers(Scope scope, Set<String> seen);
}
