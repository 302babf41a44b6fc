package gradus.question;

import gradus.expression.Expression;
import gradus.expression.Names;
import gradus.expression.Printing;
import gradus.expression.Value;
import gradus.message.Message;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be told from the canonical spelling of a formula, in which parentheses stand only where they are needed. */
final class FormulaText {
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z0-9_.])[A-Za-z_][A-Za-z0-9_]*");

    private FormulaText() {}

    /** The formula with the variant's values in place of the names that are no symbols. */
    static String filled(Answer.Formula formula) {
        String text = formula.expression().text();
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(filled(formula, text, name)));
    }

    private static String filled(Answer.Formula formula, String text, MatchResult name) {
        char next = name.end() < text.length() ? text.charAt(name.end()) : ' ';
        boolean callOrArgument = next == '(' || next == '=';
        boolean symbol = formula.symbols().names().contains(name.group());
        Value value = callOrArgument || symbol ? null : formula.scope().get(name.group());
        if (value == null) {
            return name.group();
        }
        String plain = Printing.plain(value);
        return plain.startsWith("-") ? "(" + plain + ")" : plain;
    }

    /** What is wrong with the form of a formula; null where nothing is. */
    static @Nullable Message complaint(Expression expression, Form form) {
        if (form.equals(Form.ANY)) {
            return null;
        }
        String text = expression.text();
        Set<String> names = new LinkedHashSet<>();
        NAME.matcher(text).results().forEach(name -> names.add(name.group()));
        for (String word : form.mustUse()) {
            if (!uses(text, names, word)) {
                return Message.of("grading.form-must-use", word);
            }
        }
        for (String word : form.mustNotUse()) {
            if (uses(text, names, word)) {
                return Message.of("grading.form-must-not-use", word);
            }
        }
        return form.expanded() && !isExpanded(text) ? Message.of("grading.form-expanded") : null;
    }

    private static boolean uses(String text, Set<String> names, String word) {
        boolean name = Character.isLetter(word.charAt(0));
        return name ? names.contains(word) || names.contains(Names.fold(word)) : text.contains(word);
    }

    /** Whether no sum in parentheses is a factor or the base of a power. */
    private static boolean isExpanded(String text) {
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            char before = open == 0 ? ' ' : text.charAt(open - 1);
            boolean call = Character.isLetterOrDigit(before) || before == '_';
            int close = closing(text, open);
            if (!call && before != '^' && hasSum(text, open + 1, close)) {
                String after = text.substring(close + 1).stripLeading();
                String product = text.substring(0, open).stripTrailing();
                boolean factor = product.endsWith("*") || after.startsWith("*") || after.startsWith(".*");
                if (factor || after.startsWith("^") || after.startsWith(".^")) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length() - 1;
    }

    private static boolean hasSum(String text, int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth == 0 && (c == '+' || c == '-') && i > from && text.charAt(i - 1) == ' ') {
                return true;
            }
        }
        return false;
    }
}
