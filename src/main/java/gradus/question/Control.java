package gradus.question;

/**
 * The form control with which a part is answered.
 *
 * @param template the name of its template, in {@code attempt/field/}
 * @param kind how the page's script reads it: {@code text}, {@code one}, {@code several} or {@code table}
 * @param constructors space-separated names of calls, such as {@code array}, that the script strips from a pasted list
 * @param numberKeys where only numbers are typed, the keys that the number pad of a telephone lacks, separated by spaces;
 *     otherwise empty
 */
public record Control(String template, String kind, String constructors, String numberKeys) {
    private static final String TYPED = "text";

    private static final String NONE = "";

    public static final Control LINE = new Control("line", TYPED, NONE, NONE);
    public static final Control AREA = new Control("area", TYPED, NONE, NONE);
    public static final Control ONE_OPTION = new Control("options", "one", NONE, NONE);
    public static final Control SOME_OPTIONS = new Control("options", "several", NONE, NONE);
    public static final Control TABLE_OF_OPTIONS = new Control("table", "table", NONE, NONE);

    /** A line for a number, with the keys beside it that a number pad lacks. */
    public static Control numberLine(String numberKeys) {
        return new Control(LINE.template(), TYPED, NONE, numberKeys);
    }

    /** A table of cells next to a text field that holds the same response. */
    public static Control cells(String constructors, String numberKeys) {
        return new Control("cells", TYPED, constructors, numberKeys);
    }
}
