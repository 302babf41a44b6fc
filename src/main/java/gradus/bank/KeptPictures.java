package gradus.bank;

import gradus.database.Database;
import gradus.web.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pictures beside the questions of all courses. Every version is kept in the database, so that an attempt shows what it was
 * drawn with, whatever the folder holds later and wherever the database was copied to.
 */
final class KeptPictures {
    private final Database database;
    private final PictureStore store;
    private final Clock clock;

    KeptPictures(Database database, Clock clock) {
        this.database = database;
        this.store = database.store(PictureStore.class);
        this.clock = clock;
    }

    /** Takes in what is new or has changed; of two folders with the same picture the later one wins. */
    void takeIn(Collection<String> courses, List<BankFolder> folders) {
        for (String course : courses) {
            Map<String, byte[]> found = new LinkedHashMap<>();
            for (BankFolder folder : folders) {
                for (String name : folder.pictures(course)) {
                    folder.picture(course, name).ifPresent(picture -> found.put(name, picture));
                }
            }
            found.forEach((name, picture) -> keep(course, name, picture));
        }
    }

    private void keep(String course, String name, byte[] picture) {
        String content = Base64.getEncoder().encodeToString(picture);
        String hash = Secret.hash(content);
        boolean kept;
        do {
            kept = store.hash(course, name).filter(hash::equals).isPresent()
                    || database.insertOnce(
                            PictureStore.class,
                            inside -> inside.add(
                                    course, name, inside.last(course, name) + 1, hash, content, clock.instant()));
        } while (!kept);
    }

    /** A picture as it was at a time, or, where it came only later, as it was first. */
    Optional<byte[]> at(String course, String name, Instant when) {
        return store.at(course, name, when).or(() -> store.first(course, name)).map(Base64.getDecoder()::decode);
    }
}
