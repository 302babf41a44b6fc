package gradus.exchange;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that say the same in several languages, as Moodle's multi-language filter marks them: spans that follow each other. */
final class Multilang {
    private static final String SPAN =
            "<span(?=[^>]*\\bclass=\"multilang\")(?=[^>]*\\blang=\"([A-Za-z]{2,3})[^\"]*\")[^>]*>(.*?)</span>";
    private static final Pattern ONE = Pattern.compile(SPAN, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUP =
            Pattern.compile(SPAN + "(?:\\s*" + SPAN + ")*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private Multilang() {}

    /** The languages in which something of a question is said, in their order; none where it is written once for all. */
    static Set<String> languages(XmlElement question) {
        Set<String> languages = new LinkedHashSet<>();
        Matcher spans = ONE.matcher(question.wholeText());
        while (spans.find()) {
            languages.add(spans.group(1).toLowerCase(Locale.ROOT));
        }
        return languages;
    }

    /** A text as it reads in this language; where that is missing, in the first that is there. */
    static String in(String language, String text) {
        if (!text.contains("multilang")) {
            return text;
        }
        return GROUP.matcher(text).replaceAll(group -> Matcher.quoteReplacement(chosen(language, group.group())));
    }

    private static String chosen(String language, String group) {
        Matcher spans = ONE.matcher(group);
        String first = null;
        while (spans.find()) {
            if (spans.group(1).equalsIgnoreCase(language)) {
                return spans.group(2);
            }
            first = first == null ? spans.group(2) : first;
        }
        return first == null ? "" : first;
    }
}
