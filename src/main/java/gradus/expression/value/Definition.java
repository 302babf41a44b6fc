package gradus.expression.value;

import java.util.Set;

/** The formula by which a name was defined, so that its working can be shown. */
public interface Definition {
    /**
     * The worked computation as Markdown.
     *
     * @param path the field of the result that is wanted; empty for all
     * @param names how many names may still be followed to what defines them
     */
    String steps(Scope scope, Budget budget, String path, int names);

    /**
     * Whether it is computed from whole numbers alone, by sums, products, comparisons and functions made of these.
     *
     * @param seen the names that were looked into already; added to
     */
    boolean isOfWholeNumbers(Scope scope, Set<String> seen);
}
