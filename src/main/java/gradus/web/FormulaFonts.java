package gradus.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fonts that the formulas of a page are drawn with, named in its head. A browser asks for a font only once a formula that
 * is drawn needs it, which would be one reply after the other. What is folded away counts: browsers lay it out, too.
 */
final class FormulaFonts {
    private static final String SCRIPT = "katex.min.js";
    private static final String HEAD = "</head>";

    /** What of LaTeX needs a font beside the two that every formula has. */
    private static final Map<String, Pattern> NEEDED = needed();

    private FormulaFonts() {}

    private static Map<String, Pattern> needed() {
        Pattern tall = Pattern.compile("\\\\(left|right|[dt]?frac|begin|sum|prod|sqrt|int|hat|tilde|bar|[bB]igg?)");
        Map<String, Pattern> needed = new LinkedHashMap<>();
        needed.put("Main-Regular", Pattern.compile(""));
        needed.put("Math-Italic", Pattern.compile(""));
        needed.put("Size1-Regular", tall);
        needed.put("Size2-Regular", tall);
        needed.put("Size3-Regular", tall);
        needed.put("Size4-Regular", tall);
        needed.put("Main-Bold", Pattern.compile("\\\\(mathbf|textbf|boldsymbol)"));
        needed.put("Math-BoldItalic", Pattern.compile("\\\\boldsymbol"));
        needed.put("AMS-Regular", Pattern.compile("\\\\(mathbb|lesssim|gtrsim|leqslant|geqslant)"));
        needed.put("Caligraphic-Regular", Pattern.compile("\\\\mathcal"));
        needed.put("Typewriter-Regular", Pattern.compile("\\\\(texttt|mathtt)"));
        return needed;
    }

    /** The page with the fonts that it needs in its head; as it is where it has no formulas. */
    static String named(String page) {
        int head = page.indexOf(HEAD);
        if (head < 0 || page.lastIndexOf(SCRIPT, head) < 0) {
            return page;
        }
        String commands = String.join("", commands(page));
        StringBuilder links = new StringBuilder();
        NEEDED.forEach((font, mark) -> {
            if (mark.matcher(commands).find()) {
                links.append("  <link rel=\"preload\" href=\"/static/katex/fonts/KaTeX_")
                        .append(font)
                        .append(".woff2\" as=\"font\" type=\"font/woff2\" crossorigin>\n");
            }
        });
        return page.substring(0, head) + links + page.substring(head);
    }

    /** The LaTeX commands of a page, each once: it has few different ones, and each of the patterns would read it whole. */
    private static Set<String> commands(String page) {
        Set<String> commands = new LinkedHashSet<>();
        for (int start = page.indexOf('\\'); start >= 0; start = page.indexOf('\\', start + 1)) {
            int end = start + 1;
            while (end < page.length() && Character.isLetter(page.charAt(end))) {
                end++;
            }
            commands.add(page.substring(start, end));
        }
        return commands;
    }
}
