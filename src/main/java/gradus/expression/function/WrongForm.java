package gradus.expression.function;

/**
 * What people compute instead of a call, as its function declares it: a formula in the names of its parameters, those of a
 * function that takes many being a, b, …
 *
 * @param kind the word of the kind of fault
 * @param instead the formula, in the language
 */
public record WrongForm(String kind, String instead) {}
