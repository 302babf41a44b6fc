package gradus.expression.read;

/**
 * A word of the language.
 *
 * @param text the plain form; names are not folded yet
 * @param at the position of its first character in the original text
 * @param end the position after its last character in the original text
 */
record Token(Kind kind, String text, int at, int end) {
    enum Kind {
        NUMBER,
        NAME,
        TEXT,
        SYMBOL,
        /** A run of superscript digits or signs such as {@code ²}; its text is the plain exponent. */
        SUPERSCRIPT,
        /** A LaTeX command that the parser handles; its text is the command's name, such as {@code frac}. */
        COMMAND,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** By how many brackets what follows stands deeper: 1 after one that opens, -1 after one that closes. */
    int deeper() {
        boolean opens = is("(") || is("[") || is("{");
        boolean closes = is(")") || is("]") || is("}");
        return opens ? 1 : closes ? -1 : 0;
    }

    boolean touches(Token next) {
        return end == next.at;
    }
}
