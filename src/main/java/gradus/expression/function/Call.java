package gradus.expression.function;

import gradus.expression.value.Scope;

/** The place in an expression where a function is called, for the branches and faults of that call. */
public interface Call {
    /** Where the call stands: an offset in the text. */
    int at();

    LibraryFunction function();

    /** The number under which its branches are noted; −1 where it has none. */
    int site();

    /** Where the argument of a parameter stands, by the place of the parameter (−1: none); that of the call where none was given. */
    int at(int parameter);

    /** How the argument of a parameter is typeset where it is a name; the parameter's own name otherwise. */
    String letters(int parameter, Scope around);
}
