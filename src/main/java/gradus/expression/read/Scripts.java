package gradus.expression.read;

import gradus.expression.read.Token.Kind;
import java.util.List;
import java.util.Set;

/**
 * The orders in which LaTeX takes what stands below and above a sign, settled to the one that the parser reads: {@code
 * ‖W‖^2_F} as {@code ‖W‖_F^2}, {@code W^T_2} as {@code W_2^T}, {@code {W}_1} as {@code W_1}, {@code \mathrm{d}W} as dW.
 */
final class Scripts {
    private static final Set<String> SUMS = Set.of("Σ", "∑", "Sigma");
    /** A longer text is no formula that a person typed; it is left to the parser, which has its own bounds. */
    private static final int MOST_TOKENS = 6_000;

    private static final int LONGEST_GROUP = 60;

    private final PlainText plain;
    private final List<Token> tokens;

    private Scripts(PlainText plain, List<Token> tokens) {
        this.plain = plain;
        this.tokens = tokens;
    }

    static void settle(PlainText plain, List<Token> tokens) {
        if (tokens.size() > MOST_TOKENS) {
            return;
        }
        Scripts scripts = new Scripts(plain, tokens);
        for (int i = 0; i < tokens.size() - 1; i++) {
            scripts.differential(i);
            scripts.braced(i);
            scripts.empty(i);
            scripts.raisedFirst(i);
        }
    }

    /** Whether a token is a command of LaTeX or the name that one stands for. */
    private boolean isCommand(Token token) {
        boolean word =
                token.kind() == Kind.NAME && "\\₩".indexOf(plain.original().charAt(token.at())) >= 0;
        return token.kind() == Kind.COMMAND || word;
    }

    private static boolean isSum(Token token) {
        return SUMS.contains(token.text());
    }

    private boolean isBelow(int place) {
        return tokens.get(place).kind() == Kind.NAME && tokens.get(place).text().startsWith("_");
    }

    private boolean touch(int place) {
        return tokens.get(place - 1).touches(tokens.get(place));
    }

    /** An upright d before a name: {@code \mathrm{d}W}. */
    private void differential(int i) {
        Token d = tokens.get(i);
        Token name = tokens.get(i + 1);
        boolean upright = d.isName("d") && "\\₩".indexOf(plain.original().charAt(d.at())) >= 0;
        if (upright && name.kind() == Kind.NAME && !isBelow(i + 1)) {
            tokens.remove(i);
            tokens.set(i, new Token(Kind.NAME, d.text() + name.text(), d.at(), name.end()));
        }
    }

    /** A name in braces with an index below it or something raised behind it: {@code {W}_1}, {@code {W}^{[1]}}. */
    private void braced(int i) {
        boolean group = i + 3 < tokens.size()
                && tokens.get(i).is("{")
                && tokens.get(i + 1).kind() == Kind.NAME
                && tokens.get(i + 2).is("}");
        if (!group || i > 0 && takesGroup(tokens.get(i - 1))) {
            return;
        }
        Token name = tokens.get(i + 1);
        Token behind = tokens.get(i + 3);
        if (isBelow(i + 3) && touch(i + 3)) {
            tokens.subList(i, i + 3).clear();
            tokens.set(i, new Token(Kind.NAME, name.text() + behind.text(), name.at(), behind.end()));
        } else if (behind.is("^")) {
            tokens.remove(i + 2);
            tokens.remove(i);
        }
    }

    /** Whether braces behind a token hold its argument, its exponent or its condition. */
    private boolean takesGroup(Token before) {
        return before.is("^") || before.is("}") || before.text().equals("1") || isCommand(before);
    }

    /** Nothing in braces above or below, as editors of formulas leave it behind. */
    private void empty(int i) {
        if (i + 2 < tokens.size()
                && tokens.get(i).is("^")
                && tokens.get(i + 1).is("{")
                && tokens.get(i + 2).is("}")) {
            tokens.subList(i, i + 3).clear();
        }
    }

    /** Moves an index that follows what is raised in front of it. */
    private void raisedFirst(int i) {
        int raised = i + 1;
        if (raised >= tokens.size()) {
            return;
        }
        splitRaised(i);
        if (isSum(tokens.get(i))) {
            return;
        }
        Token sign = tokens.get(raised);
        boolean mark = sign.kind() == Kind.SUPERSCRIPT && !sign.text().startsWith("(") || sign.is("'") || sign.is("ᵀ");
        int below = mark ? raised + 1 : sign.is("^") ? behind(raised + 1) : -1;
        if (below < 0 || below >= tokens.size() || !isBelow(below) || !touch(below)) {
            return;
        }
        int end = tokens.get(below).text().equals("_") ? behind(below + 1) : below + 1;
        if (end < 0) {
            return;
        }
        Token base = tokens.get(i);
        List<Token> index = List.copyOf(tokens.subList(below, end));
        tokens.subList(below, end).clear();
        if (base.kind() == Kind.NAME) {
            tokens.set(i, new Token(Kind.NAME, base.text() + index.get(0).text(), base.at(), base.end()));
            place(raised, index.subList(1, index.size()), base.end());
        } else {
            place(raised, index, base.end());
        }
    }

    private void place(int at, List<Token> moved, int place) {
        for (int k = 0; k < moved.size(); k++) {
            tokens.add(at + k, new Token(moved.get(k).kind(), moved.get(k).text(), place, place));
        }
    }

    /** The place behind one sign or group; −1 where that is a label such as {@code {(1)}} or nothing that can be raised. */
    private int behind(int from) {
        if (from >= tokens.size()) {
            return -1;
        }
        Token first = tokens.get(from);
        if (!first.is("{")) {
            boolean letter = first.kind() == Kind.NAME && first.text().length() == 1;
            return letter || first.kind() == Kind.NUMBER || first.is("⊤") ? from + 1 : -1;
        }
        int depth = 0;
        for (int i = from; i < Math.min(tokens.size(), from + LONGEST_GROUP); i++) {
            depth += tokens.get(i).is("{") ? 1 : tokens.get(i).is("}") ? -1 : 0;
            if (depth == 0) {
                Token inside = tokens.get(from + 1);
                return inside.is("(") || inside.is("[") ? -1 : i + 1;
            }
        }
        return -1;
    }

    /** Splits the letter that LaTeX raises alone from the index behind it: {@code W^T_2}, {@code \beta^t_1}, {@code \sum^n_{d=1}}. */
    private void splitRaised(int base) {
        int from = base + 2;
        Token word = from < tokens.size() ? tokens.get(from) : tokens.get(base);
        boolean alone = word.kind() == Kind.NAME
                && word.text().length() > 1
                && word.text().charAt(1) == '_';
        boolean raised = alone && tokens.get(base + 1).is("^") && !isCommand(word);
        boolean sign = isSum(tokens.get(base)) || isCommand(tokens.get(base));
        if (raised && (sign || word.text().startsWith("T_"))) {
            int middle = word.at() + 1;
            tokens.set(from, new Token(Kind.NAME, word.text().substring(0, 1), word.at(), middle));
            tokens.add(from + 1, new Token(Kind.NAME, word.text().substring(1), middle, word.end()));
        }
    }
}
