package gradus.bank;

import gradus.database.Database;
import gradus.web.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures beside the questions of all courses. Every version is kept in the database, so that an attempt shows what it was
 * drawn with, whatever the folder holds later and wherever the database was copied to.
 */
public final class KeptPictures {
    private static final Pattern SHOWN =
            Pattern.compile("!\\[[^\\]]{0,1000}+]\\(([A-Za-z0-9][A-Za-z0-9_-]*\\.[a-z]{3,4})\\)");
    private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_NAME = 60;

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

    /** The names of the pictures that a text shows. */
    public static Set<String> shownIn(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher shown = SHOWN.matcher(text);
        while (shown.find()) {
            names.add(shown.group(1));
        }
        return names;
    }

    /** Whether a picture of this name was ever kept. */
    boolean has(String course, String name) {
        return store.hash(course, name).isPresent();
    }

    /** Whether this very picture is the current one of its name; empty where there is none of it. */
    public Optional<Boolean> is(String course, String name, byte[] picture) {
        return store.hash(course, name).map(hash(picture)::equals);
    }

    /**
     * Keeps a picture that was sent, never over another: where its name is taken it gets a number.
     *
     * @param wanted the name that it had where it came from
     * @return the name that it has now
     */
    public String add(String course, String wanted, CleanPicture picture) {
        String stem = NO_NAME.matcher(wanted.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT))
                .replaceAll("-")
                .replaceAll("^-|-$", "");
        String first = stem.isEmpty() ? "picture" : stem.substring(0, Math.min(LONGEST_NAME, stem.length()));
        for (int i = 1; ; i++) {
            String name = first + (i == 1 ? "" : "-" + i) + "." + picture.ending();
            Optional<Boolean> same = is(course, name, picture.content());
            if (same.isEmpty()) {
                keep(course, name, picture.content());
            }
            if (same.orElse(true)) {
                return name;
            }
        }
    }

    private static String hash(byte[] picture) {
        return Secret.hash(Base64.getEncoder().encodeToString(picture));
    }

    /** Keeps a picture under its name, as its newest version. */
    public void keep(String course, String name, byte[] picture) {
        String content = Base64.getEncoder().encodeToString(picture);
        String hash = Secret.hash(content);
        database.insertNext(PictureStore.class, inside -> {
            if (inside.hash(course, name).filter(hash::equals).isEmpty()) {
                inside.add(course, name, inside.last(course, name) + 1, hash, content, clock.instant());
            }
        });
    }

    /** A picture as it was at a time, or, where it came only later, as it was first. */
    Optional<byte[]> at(String course, String name, Instant when) {
        return store.at(course, name, when).or(() -> store.first(course, name)).map(Base64.getDecoder()::decode);
    }
}
