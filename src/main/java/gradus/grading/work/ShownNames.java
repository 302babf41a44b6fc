package gradus.grading.work;

import gradus.expression.node.NameNode;
import gradus.message.Languages;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that a question shows to students: in the formulas of its text and labels, and the symbols that they may type. An
 * author's file and the engine's listings have more, which mean nothing to who sees only the page.
 */
public final class ShownNames {
    private static final Pattern SPAN = Pattern.compile("\\$+([^$]+)\\$+|`([^`]+)`");
    private static final Pattern INDEX = Pattern.compile("_\\s*\\{([^{}]*)\\}");
    private static final Pattern LOOKS = Pattern.compile(
            "\\\\(?:mathord|mathrm|mathbf|mathit|mathbb|text|operatorname|boldsymbol|left|right)(?![A-Za-z])"
                    + "|\\\\(?:begin|end)\\s*\\{[^{}]*\\}|[{}]");
    private static final Pattern NAME = Pattern.compile("((?:\\\\(?:hat|widehat|tilde|widetilde|bar|vec|dot)\\s*)?"
            + "(?:\\\\[A-Za-z]+|[A-Za-z]+))((?:\\s*_\\s*\\\\?[\\w.]+)?)");

    /** A name before a parenthesis is a function's; a product has a space of its own there. */
    private static final Pattern CALLED = Pattern.compile("[\\s']*\\(");

    private static final Pattern LETTER =
            Pattern.compile("\\\\(?:[a-z]*alpha|beta|gamma|delta|(?:var)?epsilon|zeta|eta|theta"
                    + "|kappa|lambda|mu|nu|xi|rho|sigma|tau|phi|chi|psi|omega|Delta|Gamma|Sigma|Theta|Phi|Omega)");
    private static final Set<String> NUMBERS = Set.of("e");

    private final Set<String> names = new HashSet<>();

    private ShownNames(Variant variant) {
        for (Locale language : Languages.spoken()) {
            add(variant.prompt(language));
            variant.question().parts().forEach(part -> add(variant.label(part, language)));
        }
        variant.question().parts().stream()
                .map(Part::symbolNames)
                .flatMap(Set::stream)
                .forEach(symbol -> names.addAll(names(new NameNode(0, symbol, 0).latex())));
    }

    public static ShownNames of(Variant variant) {
        return variant.kept("shown names", () -> new ShownNames(variant));
    }

    private void add(String text) {
        Matcher span = SPAN.matcher(text);
        while (span.find()) {
            for (String name : names(span.group(1) == null ? span.group(2) : span.group(1))) {
                names.add(name);
                // letters side by side may be one name or a product
                int letters = name.indexOf('_') < 0 ? name.length() : name.indexOf('_');
                if (name.charAt(0) != '\\') {
                    names.add(name.substring(letters - 1));
                    name.substring(0, letters).chars().forEach(letter -> names.add(String.valueOf((char) letter)));
                }
            }
        }
    }

    /** Whether a formula in LaTeX has no name that the question does not show. */
    public boolean has(String latex) {
        return names.containsAll(names(latex));
    }

    /**
     * What of a line "name = formula = numbers = value" has no other name in it, from its end; null where that is nothing.
     */
    public @Nullable String told(String line) {
        List<String> sides = sides(line);
        int from = sides.size();
        while (from > 0 && has(sides.get(from - 1))) {
            from--;
        }
        return from >= sides.size() ? null : String.join(" = ", sides.subList(from, sides.size()));
    }

    /** What stands between the signs of equality that no braces hold. */
    static List<String> sides(String line) {
        List<String> sides = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '=' && depth == 0) {
                sides.add(line.substring(start, i).strip());
                start = i + 1;
            }
        }
        sides.add(line.substring(start).strip());
        return sides;
    }

    /** The one name that a formula is, without what it looks like; null where it is more than that. */
    static @Nullable String only(String latex) {
        String plain = plain(latex).strip();
        Matcher name = NAME.matcher(plain);
        return name.matches() ? plain.replaceAll("\\s", "") : null;
    }

    private static String plain(String latex) {
        String indexed = INDEX.matcher(latex.replace("\\_", "_").replace("\\,", "·"))
                .replaceAll(index -> Matcher.quoteReplacement(
                        "_" + index.group(1).replaceAll("[\\s·]", "").replace(',', '.')));
        return LOOKS.matcher(indexed).replaceAll(" ");
    }

    private static Set<String> names(String latex) {
        String plain = plain(latex);
        Set<String> names = new HashSet<>();
        NAME.matcher(plain)
                .results()
                .filter(found -> isValue(found, plain))
                .forEach(found -> names.add(found.group().replaceAll("\\s", "")));
        names.removeAll(NUMBERS);
        return names;
    }

    private static boolean isValue(MatchResult found, String plain) {
        String base = found.group(1).replaceAll("\\s", "");
        boolean letter = base.charAt(0) != '\\'
                || base.matches("\\\\(?:hat|widehat|tilde|widetilde|bar|vec|dot).*")
                || LETTER.matcher(base).matches();
        return letter
                && !CALLED.matcher(plain).region(found.end(), plain.length()).lookingAt();
    }
}
