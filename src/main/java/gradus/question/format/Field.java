package gradus.question.format;

/**
 * A named field of a map in a file.
 *
 * @param about what it is for, in a sentence of the JSON Schema
 * @param <T> what it is read as
 */
public record Field<T>(String name, Format<T> format, boolean required, String about) {
    public static <T> Field<T> required(String name, Format<T> format, String about) {
        return new Field<>(name, format, true, about);
    }

    public static <T> Field<T> optional(String name, Format<T> format, String about) {
        return new Field<>(name, format, false, about);
    }
}
