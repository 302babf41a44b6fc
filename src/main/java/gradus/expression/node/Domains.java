package gradus.expression.node;

import gradus.expression.value.Range;

/** What the symbols of a formula can be. */
public interface Domains {
    /** What the numbers of a name can be at most, or everything where it is no symbol. */
    Range range(String name);

    /** Whether some symbol is a tensor, or may be one for all that is known. */
    boolean hasTensors();
}
