package gradus.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as staff of a course may see them.
 *
 * @param confirmed since when it is known whose account this is; null where only its bearer says so
 */
public record Person(
        UUID id,
        String name,
        @Nullable String login,
        @Nullable String email,
        boolean admin,
        @Nullable Instant confirmed) {}
