package gradus.expression.function;

/** A call and what it comes to: both are expressions, shown in the help and computed by the tests. */
public record Example(String call, String value) {}
