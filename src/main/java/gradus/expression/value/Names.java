package gradus.expression.value;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The canonical spelling of names: Greek letters by their English names, {@code ŷ} and {@code yhat} as {@code y_hat},
 * {@code W_1}, {@code W₁}, {@code W^[1]} and {@code W^{[1]}} as {@code W1}.
 */
public final class Names {
    private static final String GREEK_LETTERS = "αβγδεζηθικλμνξοπρσςτυφχψω";
    private static final String[] GREEK_NAMES = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };
    private static final Map<Character, String> VARIANTS = Map.of(
            'ϵ', "epsilon", 'ϕ', "phi", 'ϑ', "theta", 'ϖ', "pi", 'ϱ', "rho", 'ϰ', "kappa", 'µ', "mu", '∑', "Sigma", '∆',
            "Delta");
    private static final Map<Character, String> ACCENTS =
            Map.of('\u0302', "_hat", '\u0304', "_bar", '\u0305', "_bar", '\u0303', "_tilde");
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉ₐₑᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    private static final String SUBSCRIPTED = "0123456789aeijklmnoprstuvx";
    private static final int LONGEST_HATTED = 2;

    private Names() {}

    /** The canonical spelling of a name. */
    public static String fold(String name) {
        return isPlain(name) ? hatted(name) : hatted(spelledOut(name));
    }

    /** The English name of a Greek letter; null for any other character. */
    public static @Nullable String greek(char letter) {
        if (letter < 0x80) {
            return null;
        }
        String variant = VARIANTS.get(letter);
        if (variant != null) {
            return variant;
        }
        int small = GREEK_LETTERS.indexOf(letter);
        if (small >= 0) {
            return GREEK_NAMES[small];
        }
        int capital = GREEK_LETTERS.indexOf(Character.toLowerCase(letter));
        if (capital < 0) {
            return null;
        }
        String english = GREEK_NAMES[capital];
        return Character.toUpperCase(english.charAt(0)) + english.substring(1);
    }

    public static boolean isGreekName(String name) {
        for (String greek : GREEK_NAMES) {
            if (greek.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean bindsLetter = c == '_' && i + 1 < name.length() && Character.isLetter(name.charAt(i + 1));
            if (!letterOrDigit && !bindsLetter) {
                return false;
            }
        }
        return true;
    }

    private static String spelledOut(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            String greek = greek(c);
            int subscript = SUBSCRIPTS.indexOf(c);
            if (greek != null) {
                folded.append(greek);
            } else if (subscript >= 0) {
                char plain = SUBSCRIPTED.charAt(subscript);
                boolean opens = Character.isLetter(plain) && (i == 0 || SUBSCRIPTS.indexOf(letters.charAt(i - 1)) < 0);
                folded.append(opens ? "_" : "").append(plain);
            } else if (ACCENTS.containsKey(c)) {
                folded.append(ACCENTS.get(c));
            } else if (Character.isDigit(c)) {
                folded.append((char) ('0' + Character.digit(c, 10)));
            } else if (c == '_') {
                int next = i + 1 < letters.length() && letters.charAt(i + 1) == '{' ? i + 2 : i + 1;
                boolean beforeDigit = next < letters.length() && Character.isDigit(letters.charAt(next));
                folded.append(beforeDigit ? "" : "_");
            } else if ("{}[]^ ".indexOf(c) < 0) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static String hatted(String name) {
        if (name.endsWith("hat") && name.length() > 3) {
            String bare = name.substring(0, name.length() - 3);
            boolean short_ = bare.length() <= LONGEST_HATTED || isGreekName(bare);
            return short_ && !bare.endsWith("_") ? bare + "_hat" : name;
        }
        if (name.length() == 4 && name.endsWith("bar") && name.charAt(0) != '_') {
            return name.charAt(0) + "_bar";
        }
        return name;
    }
}
