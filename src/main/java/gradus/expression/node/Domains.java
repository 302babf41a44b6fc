package gradus.expression.node;

import gradus.expression.value.Range;

/** The domains of a formula's symbols. */
public interface Domains {
    /** The range of a symbol; all reals for any other name. */
    Range range(String name);

    /** Whether a symbol is or may be a tensor. */
    boolean hasTensors();
}
