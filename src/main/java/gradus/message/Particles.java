package gradus.message;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Korean particles after words that a text does not know beforehand: {@code 은(는)}, {@code 이(가)}, {@code 을(를)},
 * {@code 과(와)}, {@code (으)로} and {@code (이)} become what the last sound of the word before asks for.
 *
 * <p>Numbers, single letters and Greek letters are taken as they are read out. Of a longer Latin word the last letters decide:
 * {@code l}, {@code m} and {@code n} close a syllable, and so do {@code p}, {@code t} and {@code k} after one short vowel.
 */
final class Particles {
    private static final Map<String, String[]> FORMS = Map.of(
            "은(는)", new String[] {"은", "는"},
            "이(가)", new String[] {"이", "가"},
            "을(를)", new String[] {"을", "를"},
            "과(와)", new String[] {"과", "와"},
            "(으)로", new String[] {"으로", "로"},
            "(이)", new String[] {"이", ""});
    private static final Pattern OPEN_FORM =
            Pattern.compile("은\\(는\\)|이\\(가\\)|을\\(를\\)|과\\(와\\)|\\(으\\)로|\\(이\\)(?=\\p{IsHangul})");
    private static final Pattern CLOSED_WORD = Pattern.compile("(?i).*([lmn]|ng|(?<![aeiou])[aeiou](p|t|k|ck))");
    private static final String CLOSED_LETTERS = "lmnr";
    private static final String CLOSED_DIGITS = "013678";
    private static final Set<String> CLOSED_NAMES = Set.of("ε", "ϵ", "υ", "ο");
    private static final int RIEUL = 8;

    /** How a word ends, as far as particles ask. */
    private enum Ending {
        VOWEL,
        RIEUL,
        CONSONANT;

        String choose(String form) {
            String[] forms = Objects.requireNonNull(FORMS.get(form));
            boolean closed = this == CONSONANT || this == RIEUL && !form.equals("(으)로");
            return closed ? forms[0] : forms[1];
        }
    }

    private Particles() {}

    /** A Korean text in which every open form has become one of its two. */
    static String chosen(String text) {
        Matcher open = OPEN_FORM.matcher(text);
        StringBuilder chosen = new StringBuilder();
        int done = 0;
        while (open.find()) {
            chosen.append(text, done, open.start());
            chosen.append(ending(chosen).choose(open.group()));
            done = open.end();
        }
        return chosen.append(text, done, text.length()).toString();
    }

    private static Ending ending(CharSequence before) {
        int end = before.length();
        while (end > 0 && !Character.isLetterOrDigit(before.charAt(end - 1)) && before.charAt(end - 1) != '%') {
            end--;
        }
        if (end == 0) {
            return Ending.VOWEL;
        }
        char last = before.charAt(end - 1);
        if (last >= '가' && last <= '힣') {
            int closing = (last - '가') % 28;
            return closing == 0 ? Ending.VOWEL : closing == RIEUL ? Ending.RIEUL : Ending.CONSONANT;
        }
        int start = end;
        while (start > 0 && isLatin(before.charAt(start - 1))) {
            start--;
        }
        return ofForeign(before.subSequence(Math.min(start, end - 1), end).toString());
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }

    private static Ending ofForeign(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        boolean closed = small.length() > 1
                ? CLOSED_WORD.matcher(small).matches()
                : (CLOSED_LETTERS + CLOSED_DIGITS).contains(small) || CLOSED_NAMES.contains(small);
        if (!closed) {
            return Ending.VOWEL;
        }
        boolean rieul =
                small.endsWith("l") || small.equals("r") || small.equals("1") || small.equals("7") || small.equals("8");
        return rieul ? Ending.RIEUL : Ending.CONSONANT;
    }
}
