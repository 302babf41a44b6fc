package gradus.question;

/**
 * The control on a page in which a part is answered.
 *
 * @param template the name of its template, in {@code attempt/field/}
 * @param kind how the page's script reads it
 * @param constructors names of the calls that the script takes off a pasted list, such as {@code array}, between spaces
 */
public record Control(String template, String kind, String constructors) {
    private static final String TYPED = "text";

    private static final String NONE = "";

    public static final Control LINE = new Control("line", TYPED, NONE);
    public static final Control AREA = new Control("area", TYPED, NONE);
    public static final Control ONE_OPTION = new Control("options", "one", NONE);
    public static final Control SOME_OPTIONS = new Control("options", "several", NONE);
    public static final Control TABLE_OF_OPTIONS = new Control("table", "table", NONE);

    /** A table of cells, beside the text that it stands for. */
    public static Control cells(String constructors) {
        return new Control("cells", TYPED, constructors);
    }
}
