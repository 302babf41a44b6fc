package gradus.question.part;

import gradus.expression.read.PlainText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands around a response that was copied from a notebook, a chat or a page, and is no part of it. */
final class Copied {
    /** A block or a word set as code, with the language that a block may name. */
    private static final Pattern CODE =
            Pattern.compile("\\s*(?:```(?:[A-Za-z]{1,20}\\s*\\n)?([^`]+)```|`([^`\\n]+)`)\\s*");

    private static final Pattern PROMPT = Pattern.compile("\\s*(?:>>>|(?:In|Out) ?\\[\\d{0,5}\\]:)(?=\\s)");

    /** A number that says its type, as NumPy 2 prints it: {@code np.float64(1.5)}. */
    private static final Pattern TYPED =
            Pattern.compile("(?<![\\w.])((?:np|numpy|jnp)\\.(?:float|u?int|bool)(?:\\d{1,2}|_)?\\()([^()]{0,60})(\\))");

    private Copied() {}

    /** The response with spaces in the place of what stands around it. */
    static String bare(String response) {
        if (response.indexOf('`') < 0 && response.indexOf(">>>") < 0 && response.indexOf("]:") < 0) {
            return response;
        }
        Matcher code = CODE.matcher(response);
        String inside = response;
        if (code.matches()) {
            int group = code.start(1) < 0 ? 2 : 1;
            inside = only(response, code.start(group), code.end(group));
        }
        Matcher prompt = PROMPT.matcher(inside);
        inside = prompt.lookingAt() ? only(inside, prompt.end(), inside.length()) : inside;
        return inside.isBlank() ? response : inside;
    }

    /** All spaces but a stretch of the text. */
    private static String only(String text, int from, int to) {
        return " ".repeat(from) + text.substring(from, to) + " ".repeat(text.length() - to);
    }

    /** The text with its numbers alone, where they say their types. */
    static PlainText withoutTypes(PlainText typed) {
        if (typed.text().indexOf("p.") < 0 && typed.text().indexOf("numpy.") < 0) {
            return typed;
        }
        StringBuilder plain = new StringBuilder(typed.text());
        Matcher number = TYPED.matcher(typed.text());
        while (number.find()) {
            for (int i = number.start(); i < number.end(); i++) {
                if (i < number.start(2) || i >= number.end(2)) {
                    plain.setCharAt(i, ' ');
                }
            }
        }
        return typed.withSameLength(plain.toString());
    }
}
