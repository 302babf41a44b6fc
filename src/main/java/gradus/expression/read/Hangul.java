package gradus.expression.read;

/** Hangul typed by a slip of the input method, turned back into the Latin keys of the 2-set keyboard: {@code ㅡㅁㅌ} is {@code max}. */
public final class Hangul {
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int FIRST_JAMO = 0x3131;
    private static final int LAST_JAMO = 0x3163;
    private static final int VOWELS = 21;
    private static final int TAILS = 28;

    private static final String[] LEADS = "r R s e E f a q Q t T d w W c z x v g".split(" ");
    private static final String[] MEDIALS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ");
    private static final String[] FINALS =
            (" r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g").split(" ");
    private static final String[] JAMO = ("r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g "
                    + "k o i O j p u P h hk ho hl y n nj np nl b m ml l")
            .split(" ");

    private Hangul() {}

    static boolean isHangul(int character) {
        return (character >= FIRST_SYLLABLE && character <= LAST_SYLLABLE)
                || (character >= FIRST_JAMO && character <= LAST_JAMO);
    }

    /** The text that the same keys give on a Latin keyboard. */
    public static String asLatinKeys(String text) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE) {
                int index = c - FIRST_SYLLABLE;
                keys.append(LEADS[index / (VOWELS * TAILS)])
                        .append(MEDIALS[index / TAILS % VOWELS])
                        .append(FINALS[index % TAILS]);
            } else if (c >= FIRST_JAMO && c <= LAST_JAMO) {
                keys.append(JAMO[c - FIRST_JAMO]);
            } else {
                keys.append(c);
            }
        }
        return keys.toString();
    }
}
