package gradus.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain words as Markdown writes them. */
final class MarkdownWords {
    private static final Pattern FORMULA =
            Pattern.compile("\\\\\\((.+?)\\\\\\)|\\\\\\[(.+?)\\\\\\]|\\$\\$(.+?)\\$\\$", Pattern.DOTALL);
    private static final Pattern MEANT = Pattern.compile("([\\\\`*_\\[\\]<>|$])");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)([-+#=~]|\\d+[.)](?=\\s|$))");
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0]+");

    private MarkdownWords() {}

    /** Plain words as Markdown that shows them as they are, formulas apart. */
    static String plain(String words) {
        StringBuilder markdown = new StringBuilder();
        Matcher formula = FORMULA.matcher(words);
        int done = 0;
        while (formula.find()) {
            markdown.append(escaped(words.substring(done, formula.start())));
            markdown.append(formula(formula));
            done = formula.end();
        }
        return markdown.append(escaped(words.substring(done))).toString();
    }

    /** What two braces in a row mean to a question file, they do not mean here. */
    static String withoutPlaces(String markdown) {
        return markdown.replaceAll("\\{(?=\\{)", "{ ");
    }

    private static String formula(Matcher found) {
        boolean inline = found.group(1) != null;
        String tex = inline ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
        String sign = inline ? "$" : "$$";
        return sign + BLANK.matcher(tex.replace("$", "\\$").strip()).replaceAll(" ") + sign;
    }

    static String escaped(String words) {
        return LINE_START.matcher(MEANT.matcher(words).replaceAll("\\\\$1")).replaceAll("$1\\\\$2");
    }
}
