package gradus.question;

/**
 * The form control with which a part is answered.
 *
 * @param template the name of its template, in {@code attempt/field/}
 * @param kind how the page's script reads it: {@code text}, {@code one}, {@code several} or {@code table}
 * @param constructors space-separated names of calls, such as {@code array}, that the script strips from a pasted list
 */
public record Control(String template, String kind, String constructors) {
    private static final String TYPED = "text";

    private static final String NONE = "";

    public static final Control LINE = new Control("line", TYPED, NONE);
    public static final Control AREA = new Control("area", TYPED, NONE);
    public static final Control ONE_OPTION = new Control("options", "one", NONE);
    public static final Control SOME_OPTIONS = new Control("options", "several", NONE);
    public static final Control TABLE_OF_OPTIONS = new Control("table", "table", NONE);

    /** A table of cells next to a text field that holds the same response. */
    public static Control cells(String constructors) {
        return new Control("cells", TYPED, constructors);
    }
}
