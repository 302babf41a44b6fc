package gradus.expression.read;

import gradus.expression.read.Token.Kind;
import gradus.expression.value.ExpressionException;
import java.util.ArrayList;
import java.util.List;

/** The lexer: cuts a text into numbers, names, symbols and the LaTeX commands that students paste. */
final class Lexer {
    private static final String[] SYMBOLS = {
        ".==", ".!=", "**", "//", "==", "!=", "<=", ">=", ".*", "./", ".^", "&&", ":="
    };
    private static final String SECOND = "=!*/^&";
    private static final String SINGLE = "+-*/@^()[]{},;?:|'<>=.√⊙≤≥≠‖⊤ᵀ&∈⌊⌋⌈⌉";
    private static final String[] ALONE = SINGLE.split("");

    final PlainText plain;
    final String text;
    private final boolean thousands;
    private final boolean sums;
    final List<Token> tokens = new ArrayList<>();
    int pos;

    private Lexer(PlainText plain, boolean thousands, boolean sums) {
        this.plain = plain;
        this.text = plain.text();
        this.thousands = thousands;
        this.sums = sums;
    }

    private final CommandLexer commands = new CommandLexer(this);

    /**
     * The tokens of a text, followed by an END.
     *
     * @param thousands whether {@code 62,958} is read as one number
     * @param sums whether {@code Σ2} is a sum sign before a number rather than a name
     */
    static List<Token> tokens(String original, boolean thousands, boolean sums) {
        Lexer lexer = new Lexer(PlainText.of(original), thousands, sums);
        boolean maths = lexer.text.indexOf('$') >= 0 && lexer.text.strip().matches("(\\${1,2})[^$]+\\1");
        while (lexer.pos < lexer.text.length()) {
            if (maths && lexer.text.charAt(lexer.pos) == '$') {
                lexer.pos++;
            } else {
                lexer.next();
            }
        }
        lexer.add(Kind.END, "", lexer.text.length());
        Scripts.settle(lexer.plain, lexer.tokens);
        return lexer.tokens;
    }

    void next() {
        char c = text.charAt(pos);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
            pos++;
        } else if (Letters.isDigit(c) || (c == '.' && Letters.isDigit(peek(1)))) {
            number();
        } else if (Letters.isNameStart(c) || Letters.isSubscript(c)) {
            name();
        } else if (c == '\\') {
            commands.command();
        } else if (c == '"') {
            quoted();
        } else if (Letters.SUPERSCRIPTS.indexOf(c) >= 0) {
            superscript();
        } else {
            symbol();
        }
    }

    void add(Kind kind, String word, int from) {
        tokens.add(new Token(kind, word, plain.originalOffset(from), plain.originalOffset(pos)));
    }

    char peek(int ahead) {
        return pos + ahead < text.length() ? text.charAt(pos + ahead) : '\0';
    }

    /** Reads digits, groups of three, a point unless it belongs to an elementwise operator, and an exponent only before digits. */
    private void number() {
        int from = pos;
        digits();
        if (peek(0) == '.' && "*/^=!".indexOf(peek(1)) < 0) {
            pos++;
            digits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            boolean signed = (peek(1) == '+' || peek(1) == '-') && Letters.isDigit(peek(2));
            if (signed || Letters.isDigit(peek(1))) {
                pos += signed ? 2 : 1;
                digits();
            }
        }
        String word = text.substring(from, pos);
        add(Kind.NUMBER, word.indexOf('_') < 0 && word.indexOf(',') < 0 ? word : word.replaceAll("[_,]", ""), from);
    }

    private void digits() {
        int from = pos;
        while (Letters.isDigit(peek(0))) {
            pos++;
        }
        char separator = peek(0);
        if ((separator == '_' || (thousands && separator == ','))
                && pos - from >= 1
                && pos - from <= 3
                && text.charAt(from) != '0') {
            int group = pos;
            while (peek(0) == separator
                    && Letters.isDigit(peek(1))
                    && Letters.isDigit(peek(2))
                    && Letters.isDigit(peek(3))
                    && !Letters.isDigit(peek(4))) {
                pos += 4;
            }
            if (pos > group && peek(0) == separator && Letters.isDigit(peek(1))) {
                pos = group;
            }
        }
    }

    private void name() {
        int from = pos;
        boolean sum = sums && (peek(0) == 'Σ' || peek(0) == '∑');
        while (pos < text.length() && Letters.isNamePart(text.charAt(pos))) {
            if (sum && Letters.isDigit(text.charAt(pos))) {
                break;
            }
            sum &= text.charAt(pos) >= 0x80;
            if (Hangul.isHangul(text.charAt(pos))) {
                throw ExpressionException.of(plain.originalOffset(pos), "expression.hangul");
            }
            pos++;
        }
        String word = text.substring(from, pos);
        if (word.endsWith("_") && peek(0) == '{') {
            int close = text.indexOf('}', pos);
            if (close > 0 && isSubscript(pos + 1, close)) {
                word += text.substring(pos + 1, close);
                pos = close + 1;
            }
        }
        add(Kind.NAME, word, from);
    }

    boolean isSubscript(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Letters.isNamePart(text.charAt(i))) {
                return false;
            }
        }
        return to > from;
    }

    private void superscript() {
        int from = pos;
        StringBuilder exponent = new StringBuilder();
        while (Letters.SUPERSCRIPTS.indexOf(peek(0)) >= 0) {
            exponent.append(Letters.SUPERSCRIPTED.charAt(Letters.SUPERSCRIPTS.indexOf(peek(0))));
            pos++;
        }
        add(Kind.SUPERSCRIPT, exponent.toString(), from);
    }

    private void quoted() {
        int from = pos;
        int close = text.indexOf('"', pos + 1);
        if (close < 0) {
            throw ExpressionException.of(plain.originalOffset(pos), "expression.unclosed-text");
        }
        pos = close + 1;
        add(Kind.TEXT, text.substring(from + 1, close), from);
    }

    private void symbol() {
        int from = pos;
        boolean single = SECOND.indexOf(peek(1)) < 0;
        for (String symbol : SYMBOLS) {
            if (!single && text.startsWith(symbol, pos)) {
                pos += symbol.length();
                add(Kind.SYMBOL, symbol, from);
                return;
            }
        }
        char c = text.charAt(pos);
        boolean arrow = c == '<' && peek(1) == '-' && peek(2) == ' ' && from > 0 && text.charAt(from - 1) == ' ';
        if (c == '←' || arrow) {
            pos += arrow ? 2 : 1;
            add(Kind.SYMBOL, ":=", from);
            return;
        }
        int known = SINGLE.indexOf(c);
        if (known < 0) {
            throw ExpressionException.of(
                    plain.originalOffset(pos),
                    "expression.unknown-character",
                    Character.toString(text.codePointAt(pos)));
        }
        pos++;
        add(Kind.SYMBOL, ALONE[known], from);
    }
}
