package gradus.expression.read;

/** The kinds of single characters. */
final class Letters {
    static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ";

    /** The plain characters of the superscripts, in the same order. */
    static final String SUPERSCRIPTED = "0123456789-+=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRUVWαβγδεθφχ";

    private Letters() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c == '∑'
                || c == '∆'
                || c == '∂'
                || c == '∇'
                || c == '∞'
                || (c >= 0x80 && Character.isLetter(c) && SUPERSCRIPTS.indexOf(c) < 0 && c != 'ᵀ');
    }

    static boolean isSubscript(char c) {
        return c >= '₀' && c <= 'ₜ';
    }

    static boolean isNamePart(char c) {
        return isNameStart(c)
                || isDigit(c)
                || isSubscript(c)
                || (c >= 0x80 && Character.getType(c) == Character.NON_SPACING_MARK);
    }
}
