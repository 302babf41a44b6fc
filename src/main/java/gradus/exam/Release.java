package gradus.exam;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an instructor has said about the results of an exam being shown, over what its file says. */
public enum Release {
    /** The exam's file decides. */
    BY_FILE,
    /** They are shown as soon as nobody can sit the exam any more. */
    SHOWN,
    HELD;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Release> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(release -> release.word().equals(word))
                .findFirst();
    }
}
