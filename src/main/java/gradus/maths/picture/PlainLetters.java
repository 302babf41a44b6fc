package gradus.maths.picture;

import java.util.List;

/** Names in formulas as a drawing writes them. */
final class PlainLetters {
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

    private static final List<String> GREEK = List.of(
            "alpha",
            "beta",
            "gamma",
            "delta",
            "epsilon",
            "zeta",
            "eta",
            "theta",
            "iota",
            "kappa",
            "lambda",
            "mu",
            "nu",
            "xi",
            "omicron",
            "pi",
            "rho",
            "varsigma",
            "sigma",
            "tau",
            "upsilon",
            "phi",
            "chi",
            "psi",
            "omega");

    private PlainLetters() {}

    /** {@code \hat{v}_{2}} as v̂₂, {@code \beta_{1}} as β₁. */
    static String plain(String latex) {
        String text = latex.replaceAll("\\\\(mathrm|mathord|mathbf|text|left|right)\\b", "");
        text = accented(accented(accented(text, "hat", "\u0302"), "bar", "\u0304"), "tilde", "\u0303");
        for (int i = 0; i < GREEK.size(); i++) {
            text = text.replaceAll("\\\\" + GREEK.get(i) + "\\b", String.valueOf((char) ('α' + i)));
        }
        text = text.replace("\\_", "\uffff").replaceAll("[{}\\\\]|\\s", "");
        StringBuilder plain = new StringBuilder();
        boolean low = false;
        for (char letter : text.toCharArray()) {
            if (letter == '_') {
                low = true;
            } else if (low && letter >= '0' && letter <= '9') {
                plain.append(LOWERED.charAt(letter - '0'));
            } else if (!low || letter != ',') {
                plain.append(letter);
                low = false;
            }
        }
        return plain.toString().replace('\uffff', '_');
    }

    private static String accented(String text, String accent, String mark) {
        return text.replaceAll("\\\\" + accent + "\\s*\\{?(\\w)\\}?", "$1" + mark);
    }
}
