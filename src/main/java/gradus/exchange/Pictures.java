package gradus.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pictures that come with a question, by the names under which they stand beside its file. */
final class Pictures {
    private static final int LARGEST = 5 << 20;
    private static final Pattern NAME = Pattern.compile("(.*)\\.(svg|png|jpe?g|gif|webp)");
    /** The names of pictures in a Markdown text. */
    private static final Pattern SHOWN = Pattern.compile("!\\[[^\\]]{0,2000}+\\]\\(([A-Za-z0-9][A-Za-z0-9._-]*)\\)");

    private Pictures() {}

    /** A name as the bank takes it; empty where it is no picture's. */
    static String name(String foreign) {
        String decoded;
        try {
            decoded = URLDecoder.decode(foreign, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            decoded = foreign;
        }
        String last = decoded.substring(decoded.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Matcher parts = NAME.matcher(last);
        if (!parts.matches()) {
            return "";
        }
        String stem = parts.group(1).replaceAll("[^a-z0-9_-]+", "-").replaceAll("^[-_]+|[-_]+$", "");
        return stem.isEmpty() ? "" : stem + "." + parts.group(2);
    }

    /** The bytes of a picture written in base 64; empty where they are none, or too many. */
    static Optional<byte[]> decoded(String base64) {
        if (base64.length() > LARGEST * 3L / 2) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return bytes.length == 0 || bytes.length > LARGEST ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** Finds the bytes of a picture of the bank by its name. */
    interface Source {
        Optional<byte[]> picture(String name);
    }

    /** The pictures that a text shows, as far as they are there. */
    static Map<String, byte[]> shownIn(String markdown, Source source, Losses losses) {
        Map<String, byte[]> shown = new TreeMap<>();
        Matcher found = SHOWN.matcher(markdown);
        while (found.find()) {
            String name = found.group(1);
            source.picture(name)
                    .ifPresentOrElse(bytes -> shown.put(name, bytes), () -> losses.add("exchange.picture-lost", name));
        }
        return shown;
    }
}
