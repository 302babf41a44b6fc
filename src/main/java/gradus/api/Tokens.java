package gradus.api;

import gradus.account.Viewer;
import gradus.database.Database;
import gradus.web.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tokens of programs: told once when they are made, kept as hashes, valid for a time. */
public final class Tokens {
    private final Database database;
    private final Clock clock;

    public Tokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes a token; nobody can read it again.
     *
     * @param course null for all courses where the person is staff
     */
    public String add(UUID person, String name, @Nullable String course, Set<Permission> permissions, Duration life) {
        String token = Secret.random();
        String words = permissions.stream().map(Permission::word).collect(Collectors.joining(","));
        database.save(TokenStore.class)
                .add(
                        Secret.hash(token),
                        name,
                        person,
                        course,
                        words,
                        clock.instant(),
                        clock.instant().plus(life));
        return token;
    }

    /** Ends a person's tokens of this name; how many there were. */
    public int end(UUID person, String name) {
        return database.save(TokenStore.class).end(person, name, clock.instant());
    }

    /**
     * What a token says.
     *
     * @param course null for all
     */
    record Bearer(Viewer viewer, @Nullable String course, Set<Permission> permissions) {}

    Optional<Bearer> bearer(String token) {
        return database.store(TokenStore.class)
                .held(Secret.hash(token), clock.instant())
                .map(held -> new Bearer(
                        new Viewer(held.person(), held.name(), false, held.admin(), null),
                        held.course(),
                        permissions(held.permissions())));
    }

    private static Set<Permission> permissions(String words) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Arrays.stream(words.split(",")).forEach(word -> Permission.of(word).ifPresent(permissions::add));
        return permissions;
    }
}
