package gradus.rubric;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A short text with what tells it from others that look like it: its numbers, and its words of sense in their order. */
final class Statement {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.]\\d+)?");
    private static final Pattern FINAL = Pattern.compile("[\\s.!。…]+$");
    private static final int SHORT = 4;

    private final String plain;
    private final Trigrams trigrams;
    private final List<String> numbers = new ArrayList<>();
    private final List<Integer> senses;

    Statement(String text) {
        plain = plain(text);
        trigrams = new Trigrams(text);
        Matcher matcher = NUMBER.matcher(plain);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        senses = senses(plain);
    }

    /** The text without case, full stops at its end and the spaces that nobody means. */
    static String plain(String text) {
        String one = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return FINAL.matcher(one.strip()).replaceAll("").replaceAll("\\s+", " ");
    }

    private static List<Integer> senses(String text) {
        TreeMap<Integer, Integer> found = new TreeMap<>();
        for (int sense = 0; sense < Trigrams.SENSES.size(); sense++) {
            Matcher matcher = Trigrams.SENSES.get(sense).matcher(text);
            while (matcher.find()) {
                found.put(matcher.start(), sense);
            }
        }
        return List.copyOf(found.values());
    }

    String plain() {
        return plain;
    }

    /** Whether both say the same as far as their letters show. */
    boolean isNear(Statement other, double enough) {
        String mine = plain.replace(" ", "");
        String theirs = other.plain.replace(" ", "");
        if (mine.equals(theirs)) {
            return true;
        }
        boolean tooShort = Math.min(mine.length(), theirs.length()) < SHORT;
        return !tooShort
                && numbers.equals(other.numbers)
                && senses.equals(other.senses)
                && trigrams.likeness(other.trigrams) >= enough;
    }

    double likeness(Statement other) {
        return trigrams.likeness(other.trigrams);
    }
}
