package gradus.rubric;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A short text as three characters in a row, each as often as it stands there. Hangul counts by its letters, so that an ending
 * more or less changes little, and small words that change nothing are left out.
 */
final class Trigrams {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern SMALL =
            Pattern.compile("\\b(?:the|a|an|of|it|is|are|so|and|because|since|to|in|on|be|by"
                    + "|that|this|there|they|we|its|has|have)\\b");
    private static final Pattern ENDING =
            Pattern.compile("(?:(?:하|되|지|시키)?(?:기|려고|려는|도록) ?(?:위해서?이?다?|위하여|위함이?다?|때문에?이?다?)?"
                    + "|(?:할|될|을|를|일|칠|질|낼|릴|울) 수 있(?:다|음)|(?:하게|되게|게) (?:된다|됨)|(?:아|어|여|해)진다"
                    + "|한다|된다|이다|입니다|합니다|됩니다|하다|되다|함|됨|임|음|다)$");
    private static final Pattern PARTICLE =
            Pattern.compile("(?<=\\p{IsHangul}{2})(?:은|는|이|가|을|를|의|에|로|으로|와|과|도)(?= |$)");

    private final Map<String, Integer> counts = new HashMap<>();
    private int all;

    Trigrams(String text) {
        String squeezed = "  " + Normalizer.normalize(words(text).replace(" ", ""), Normalizer.Form.NFD) + " ";
        for (int i = 0; i + 3 <= squeezed.length(); i++) {
            counts.merge(squeezed.substring(i, i + 3), 1, Integer::sum);
            all++;
        }
    }

    /** The text without case, marks, particles and small words. */
    static String words(String text) {
        String plain = NO_WORD.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        String essential = PARTICLE.matcher(
                        ENDING.matcher(SMALL.matcher(plain).replaceAll(" ")).replaceAll(""))
                .replaceAll("");
        String words = essential.replaceAll(" +", " ").strip();
        return words.isEmpty() ? plain : words;
    }

    /** How much two texts share, from 0 to 1: twice what stands in both over what stands in either. */
    double likeness(Trigrams other) {
        int shared = 0;
        for (Map.Entry<String, Integer> gram : counts.entrySet()) {
            shared += Math.min(gram.getValue(), other.counts.getOrDefault(gram.getKey(), 0));
        }
        return 2.0 * shared / (all + other.all);
    }

    /** Words by which two texts that look alike say different things; each sense with the ways in which it is written. */
    static final List<Pattern> SENSES = List.of(
            Pattern.compile("\\b(?:not|no|never|none|cannot|without|nothing)\\b|n't\\b|않|없|못|아니|안 ?(?:된|되|됨|한|돼)|불가"),
            Pattern.compile("있"),
            Pattern.compile(
                    "증가|늘|높|커지|커진|향상|빠르|빨라|빠름|빨리|올라|크다|큰|\\b(?:increas\\w*|larger?|greater|high(?:er)?|more|grows?|fast(?:er)?|bigger?|large)\\b"),
            Pattern.compile(
                    "감소|줄|낮|작|느리|느려|느림|떨어|내려|\\b(?:decreas\\w*|small(?:er)?|less|low(?:er)?|fewer|shrinks?|slow(?:er)?)\\b"),
            Pattern.compile("\\b(?:at )?least\\b|\\bmin\\w*\\b|최소|최저|이상"),
            Pattern.compile("\\b(?:at )?most\\b|\\bmax\\w*\\b|최대|최고|이하"),
            Pattern.compile(
                    "비(?:선형|지도|볼록|가역|대칭)|\\b(?:un|non|in|anti|under)-?(?:supervised|linear|convex|fit\\w*)\\b|과소"),
            Pattern.compile("복잡|\\bcomplex|\\bcomplicated"),
            Pattern.compile("간단|단순|쉽|\\bsimpl\\w*|\\beasy"),
            Pattern.compile("\\bbatch\\b|배치"),
            Pattern.compile("\\btest\\w*\\b|시험|테스트"),
            Pattern.compile("\\btrain\\w*\\b|훈련"));
}
