package gradus.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as staff of a course may see them. */
public record Person(
        UUID id,
        String name,
        @Nullable String login,
        @Nullable String studentNumber,
        @Nullable String email,
        boolean admin) {}
