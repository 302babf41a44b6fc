package gradus.account;

import gradus.database.Database;
import gradus.web.Secret;
import gradus.web.Visit;
import gradus.web.Web;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is signed in where: the token lives in the browser's cookie, its hash in the database. */
public final class Sessions {
    private static final Duration LIFE = Duration.ofDays(30);

    private final Database database;
    private final AccountStore store;
    private final Clock clock;

    public Sessions(Database database, Clock clock) {
        this.database = database;
        this.store = database.store(AccountStore.class);
        this.clock = clock;
    }

    /** Finds the viewer of every request but those that are the same for all. */
    public void recognise(Context context) {
        String token = Visit.token(context);
        if (token == null || Web.isForAll(context)) {
            return;
        }
        Instant now = clock.instant();
        String hash = Secret.hash(token);
        store.sessionOwner(hash, now).ifPresent(owner -> {
            viewer(owner).attach(context);
            if (owner.expires().isBefore(now.plus(LIFE).minus(Duration.ofDays(1)))) {
                database.save(AccountStore.class).extendSession(hash, now.plus(LIFE));
                Visit.keep(context, token, LIFE);
            }
        });
    }

    private static Viewer viewer(AccountStore.SessionOwner owner) {
        return new Viewer(owner.id(), owner.name(), owner.guest(), owner.admin(), owner.formerGuest());
    }

    /** The viewer, who becomes a guest of this name where they were nobody. */
    public Viewer orGuest(Context context, @Nullable String name) {
        Viewer viewer = Viewer.of(context);
        if (viewer.known()) {
            return viewer;
        }
        String called = name == null ? "" : name.strip();
        UUID id = UUID.randomUUID();
        database.save(AccountStore.class)
                .insert(new AccountStore.NewPerson(id, called, null, null, null, false, clock.instant(), null));
        return start(context, new Viewer(id, called, true, false, null));
    }

    /**
     * Signs this person in with a fresh token, so that a token planted before is worth nothing. The guest that the browser
     * was until now is remembered, so that their attempts can be offered to the person.
     */
    Viewer start(Context context, Viewer viewer) {
        Viewer before = Viewer.of(context);
        UUID formerGuest = before.guest() && !viewer.is(before.person()) ? before.person() : null;
        String old = Visit.token(context);
        String token = Visit.renew(context, LIFE);
        Instant now = clock.instant();
        database.save(AccountStore.class, inside -> {
            if (old != null) {
                inside.endSession(Secret.hash(old));
            }
            inside.startSession(Secret.hash(token), viewer.person(), formerGuest, now, now.plus(LIFE));
            return token;
        });
        Viewer signedIn = viewer.formerly(formerGuest);
        signedIn.attach(context);
        return signedIn;
    }

    /** Forgets the sessions that have run out. */
    public void forgetExpired() {
        database.save(AccountStore.class).forgetExpiredSessions(clock.instant());
    }

    /** The attempts of the guest that this browser was have been dealt with. */
    public void forgetGuest(Context context) {
        String token = Visit.token(context);
        if (token != null) {
            database.save(AccountStore.class).forgetGuest(Secret.hash(token));
        }
    }

    void leave(Context context) {
        String token = Visit.token(context);
        if (token != null) {
            database.save(AccountStore.class).endSession(Secret.hash(token));
        }
        Visit.renew(context, Duration.ofDays(1));
        Viewer.NOBODY.attach(context);
    }
}
