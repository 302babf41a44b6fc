package gradus.question.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a text is written as a scalar of YAML: as it is where that reads back as the same, otherwise in quotes. */
final class ScalarText {
    private static final Pattern PLAIN = Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}(][^\\p{Cntrl}]*(?<! )");
    private static final Pattern NOT_PLAIN = Pattern.compile(": | #|:$");
    private static final Pattern NOT_IN_FLOW = Pattern.compile("[\\[\\]{},]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f]");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off");

    private ScalarText() {}

    /** @param flow whether it stands within brackets */
    static String of(String value, boolean flow) {
        return isPlain(value, flow) ? value : quoted(value);
    }

    static boolean isPlain(String value, boolean flow) {
        return (PLAIN.matcher(value).matches() || NUMBER.matcher(value).matches())
                && !NOT_PLAIN.matcher(value).find()
                && !(flow && NOT_IN_FLOW.matcher(value).find())
                && !WORDS.contains(value.toLowerCase(Locale.ROOT));
    }

    static String quoted(String value) {
        if (value.chars().noneMatch(letter -> letter < ' ')) {
            return "'" + value.replace("'", "''") + "'";
        }
        String escaped = value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        return "\""
                + CONTROL.matcher(escaped)
                        .replaceAll(sign ->
                                String.format("\\\\x%02x", (int) sign.group().charAt(0))) + "\"";
    }
}
