package gradus.question;

import java.util.List;

/**
 * The form that a formula must be written in, apart from its value.
 *
 * @param mustUse names of functions, symbols or operators that must occur
 * @param mustNotUse names that must not occur
 * @param expanded whether no product of sums and no power of a sum may be left
 */
public record Form(List<String> mustUse, List<String> mustNotUse, boolean expanded) {
    public static final Form ANY = new Form(List.of(), List.of(), false);

    public Form {
        mustUse = List.copyOf(mustUse);
        mustNotUse = List.copyOf(mustNotUse);
    }
}
