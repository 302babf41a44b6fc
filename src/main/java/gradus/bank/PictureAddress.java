package gradus.bank;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows the name of a picture in its address: the time as of which it is shown. */
public final class PictureAddress {
    private PictureAddress() {}

    /** Shows a picture as it was when the question that it belongs to was drawn. */
    public static String at(Instant drawn) {
        return "?at=" + drawn.toEpochMilli();
    }

    static Optional<Instant> time(@Nullable String millis) {
        return Optional.ofNullable(millis)
                .filter(typed -> typed.matches("[0-9]{1,15}"))
                .map(typed -> Instant.ofEpochMilli(Long.parseLong(typed)));
    }
}
