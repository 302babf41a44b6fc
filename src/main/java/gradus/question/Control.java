package gradus.question;

/**
 * The control on a page in which a part is answered.
 *
 * @param template the name of its template, in {@code attempt/field/}
 * @param kind how the page's script reads it
 */
public record Control(String template, String kind) {
    private static final String TYPED = "text";

    public static final Control LINE = new Control("line", TYPED);
    public static final Control AREA = new Control("area", TYPED);
    public static final Control CELLS = new Control("cells", TYPED);
    public static final Control ONE_OPTION = new Control("options", "one");
    public static final Control SOME_OPTIONS = new Control("options", "several");
    public static final Control TABLE_OF_OPTIONS = new Control("table", "table");
}
