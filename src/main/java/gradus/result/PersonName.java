package gradus.result;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name in two pieces, as learning platforms show it; they do not know anybody by it.
 *
 * @param last the family name
 */
record PersonName(String first, String last) {
    /** Two to five syllables of Hangul in one word, of which the family name is the first, or one of those of two. */
    private static final Pattern KOREAN = Pattern.compile("(남궁|황보|제갈|선우|독고|사공|서문|[가-힣])([가-힣]{1,4})");

    static PersonName of(String name) {
        String whole = name.strip();
        Matcher korean = KOREAN.matcher(whole);
        if (korean.matches()) {
            return new PersonName(korean.group(2), korean.group(1));
        }
        int space = whole.lastIndexOf(' ');
        return space < 0
                ? new PersonName(whole, "")
                : new PersonName(whole.substring(0, space).strip(), whole.substring(space + 1));
    }
}
