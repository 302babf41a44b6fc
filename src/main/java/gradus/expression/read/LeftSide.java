package gradus.expression.read;

import gradus.expression.read.Token.Kind;
import java.util.List;
import java.util.Set;

/** The left side of an answer written as an equation: {@code f(x) =}, {@code ŷ =}, {@code ∂E/∂w =}. */
final class LeftSide {
    private static final Set<String> INSIDE = Set.of(",", ";", "|", "^", "{", "}", "[", "]", "(", ")", "'", "/");

    private LeftSide() {}

    /** The position after the equals sign if the left side only names the answer; otherwise 0. */
    static int end(List<Token> tokens) {
        int sign = -1;
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.deeper();
            if (depth == 0 && (token.is("=") || token.is(":="))) {
                if (sign >= 0) {
                    return 0;
                }
                sign = i;
            }
        }
        boolean names = sign == 0 ? tokens.get(0).is("=") : sign > 0 && isName(tokens.subList(0, sign));
        return names && !endsBound(tokens, sign) ? sign + 1 : 0;
    }

    private static boolean endsBound(List<Token> tokens, int sign) {
        return tokens.get(sign + 1).kind() == Kind.END;
    }

    /** Whether a left side only names something: names, marks and arguments, no arithmetic, and no fraction but a derivative. */
    private static boolean isName(List<Token> words) {
        boolean derivative = words.get(0).text().startsWith("d")
                || words.get(0).text().startsWith("∂")
                || words.get(0).text().startsWith("∇")
                || words.get(0).kind() == Kind.COMMAND;
        if (words.get(0).kind() != Kind.NAME && !words.get(0).text().equals("frac")) {
            return false;
        }
        int depth = 0;
        for (int i = 1; i < words.size(); i++) {
            Token word = words.get(i);
            boolean product = word.kind() == Kind.NAME && words.get(i - 1).kind() == Kind.NAME;
            boolean symbol = word.kind() == Kind.SYMBOL && INSIDE.contains(word.text());
            boolean number = word.kind() == Kind.NUMBER || word.kind() == Kind.SUPERSCRIPT;
            if (word.is("/") && !derivative || product && !derivative && depth == 0) {
                return false;
            }
            if (word.kind() != Kind.NAME && !symbol && !number) {
                return false;
            }
            if (depth == 0 && !isLabel(words, i)) {
                return false;
            }
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
        }
        return true;
    }

    /** Whether a superscript is a label such as {@code ^{(1)}} and not a power. */
    private static boolean isLabel(List<Token> words, int place) {
        Token word = words.get(place);
        if (word.kind() == Kind.SUPERSCRIPT) {
            return word.text().startsWith("(");
        }
        if (word.kind() == Kind.NUMBER) {
            return words.get(place - 1).is("[");
        }
        if (word.is("^")) {
            int next = place + 1 < words.size() && words.get(place + 1).is("{") ? place + 2 : place + 1;
            return next < words.size()
                    && (words.get(next).is("(") || words.get(next).is("["));
        }
        return true;
    }
}
