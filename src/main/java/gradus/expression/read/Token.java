package gradus.expression.read;

/**
 * A word of the language.
 *
 * @param text its plain form; names are not folded yet
 * @param at its first character in the original text
 * @param end the character after it in the original text
 */
record Token(Kind kind, String text, int at, int end) {
    enum Kind {
        NUMBER,
        NAME,
        TEXT,
        SYMBOL,
        /** A superscript digit or sign run: {@code ²}, its text is the plain exponent. */
        SUPERSCRIPT,
        /** A LaTeX command that the parser has to understand: its text is {@code frac} or {@code sqrt}. */
        COMMAND,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    boolean touches(Token next) {
        return end == next.at;
    }
}
