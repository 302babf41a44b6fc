package gradus.expression.value;

/** The formula by which a name was defined, so that its working can be shown. */
public interface Definition {
    /**
     * The worked computation as Markdown.
     *
     * @param path the field of the result that is wanted; empty for all
     * @param names how many names may still be followed to what defines them
     */
    String steps(Scope scope, Budget budget, String path, int names);
}
