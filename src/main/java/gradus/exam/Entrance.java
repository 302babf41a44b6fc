package gradus.exam;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who may begin an exam.
 *
 * @param code what staff read out in the room and everybody types who begins; null where none is asked for
 */
public record Entrance(OpenTo openTo, @Nullable String code) {
    /** Whether a text is the code; case, spaces and hyphens do not matter. */
    public boolean admits(String typed) {
        return code != null && MessageDigest.isEqual(folded(code), folded(typed));
    }

    private static byte[] folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
