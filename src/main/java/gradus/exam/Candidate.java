package gradus.exam;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sits an exam, as far as its limits ask.
 *
 * @param names what files may call a student by: login and student number; none for a guest
 */
public record Candidate(Set<String> names, @Nullable String section) {
    public static final Candidate GUEST = new Candidate(Set.of(), null);

    public Candidate {
        names = Set.copyOf(names);
    }
}
