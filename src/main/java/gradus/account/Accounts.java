package gradus.account;

import gradus.account.AccountStore.NewPerson;
import gradus.database.Database;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Refusal;
import gradus.web.Secret;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signing up and in, one-time links, and erasing a person. */
public final class Accounts {
    private static final Duration INVITATION_LIFE = Duration.ofDays(14);
    private static final Duration RESET_LIFE = Duration.ofDays(2);
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{1,99}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final Database database;
    private final AccountStore store;
    private final Passwords passwords = new Passwords();
    private final GuessThrottle throttle;
    private final Clock clock;

    public Accounts(Database database, Clock clock) {
        this.database = database;
        this.store = database.store(AccountStore.class);
        this.throttle = new GuessThrottle(database, clock);
        this.clock = clock;
    }

    /** A login in the one spelling in which it is stored: case and full-width forms do not matter. */
    public static String fold(String login) {
        return Normalizer.normalize(login.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /**
     * Makes an account from the form, or adds one to a guest, whose attempts so stay theirs.
     *
     * @return empty where the form has problems, which then stand in it
     */
    Optional<Viewer> signUp(Viewer viewer, Form form) {
        if (!checkAccount(form) || !checkFree(form)) {
            return Optional.empty();
        }
        UUID id = viewer.guest() ? viewer.person() : UUID.randomUUID();
        NewPerson person = personOf(id, form, false);
        boolean[] completed = {true};
        boolean free = database.insertOnce(AccountStore.class, inside -> {
            if (viewer.guest()) {
                completed[0] = inside.complete(person) == 1;
            } else {
                inside.insert(person);
            }
        });
        form.require(free, "login", Message.of("account.login-taken"));
        if (!completed[0]) {
            throw Refusal.conflict(Message.of("account.already-signed-up"));
        }
        return free ? Optional.of(new Viewer(id, person.name(), false, false, null)) : Optional.empty();
    }

    /**
     * Finds the person of a login and password.
     *
     * @param address where the request came from; failures at the login from it make the next guess wait
     * @return empty where they do not belong together, which then stands in the form
     */
    Optional<Viewer> signIn(Form form, String address) {
        String login = fold(form.text("login"));
        GuessThrottle.Outcome<Person> outcome =
                throttle.guess(login, address, () -> matching(login, form.text("password")));
        form.require(!outcome.isHeldUp(), "login", Message.of("account.sign-in-throttled", outcome.seconds()));
        form.require(outcome.found().isPresent(), "login", Message.of("account.sign-in-wrong"));
        return outcome.found().map(found -> new Viewer(found.id(), found.name(), false, found.admin(), null));
    }

    private Optional<Person> matching(String login, String password) {
        Optional<AccountStore.Credentials> known = store.credentials(login);
        if (known.isEmpty()) {
            passwords.matchNobody(password);
            return Optional.empty();
        }
        return known.filter(credentials -> passwords.matches(password, credentials.password()))
                .flatMap(credentials -> store.person(credentials.id()));
    }

    /** The token of a link that makes the first admin, valid once; empty once there is an admin. */
    public Optional<String> inviteFirstAdmin() {
        if (store.admins() > 0) {
            return Optional.empty();
        }
        database.save(AccountStore.class).withdrawAdminInvitations();
        return Optional.of(invite(null));
    }

    /** The token of a link with which this person sets a password, valid once. */
    public String invite(@Nullable UUID person) {
        String token = Secret.random();
        Instant now = clock.instant();
        database.save(AccountStore.class).invite(Secret.hash(token), person, false, now, now.plus(INVITATION_LIFE));
        return token;
    }

    /** The token of a link with which somebody who has forgotten their password sets a new one, valid once. */
    public String reset(UUID person) {
        String token = Secret.random();
        Instant now = clock.instant();
        database.save(AccountStore.class).invite(Secret.hash(token), person, true, now, now.plus(RESET_LIFE));
        return token;
    }

    /** Sets the password of whom a link for that names; empty where the form has problems. */
    Optional<Viewer> acceptReset(String token, UUID id, Form form) {
        Person person = store.person(id).orElseThrow(Refusal::notFound);
        checkPassword(form, "password", person.login() == null ? "" : person.login());
        if (!form.isGood()) {
            return Optional.empty();
        }
        String hash = passwords.hash(form.text("password"));
        if (!database.save(AccountStore.class).reset(Secret.hash(token), id, hash)) {
            throw Refusal.of(410, Message.of("account.invitation-used"));
        }
        return Optional.of(new Viewer(id, person.name(), false, person.admin(), null));
    }

    Optional<AccountStore.Invitation> invitation(String token) {
        return store.invitation(Secret.hash(token), clock.instant());
    }

    /**
     * Uses an invitation up.
     *
     * @return empty where the form has problems; the link then still works
     */
    Optional<Viewer> accept(String token, AccountStore.Invitation invitation, Form form) {
        if (!checkAccount(form) || !checkFree(form)) {
            return Optional.empty();
        }
        boolean admin = invitation.person() == null;
        UUID id = invitation.person() == null ? UUID.randomUUID() : invitation.person();
        NewPerson person = personOf(id, form, admin);
        boolean[] used = {false};
        boolean free =
                database.insertOnce(AccountStore.class, inside -> used[0] = inside.accept(Secret.hash(token), person));
        form.require(free, "login", Message.of("account.login-taken"));
        if (free && !used[0]) {
            throw Refusal.of(410, Message.of("account.invitation-used"));
        }
        return free ? Optional.of(new Viewer(id, person.name(), false, admin, null)) : Optional.empty();
    }

    /** Makes a person who has yet to set a password; empty where the login is taken. */
    public Optional<UUID> add(String login, String name, boolean admin) {
        UUID id = UUID.randomUUID();
        NewPerson person = new NewPerson(id, name, fold(login), null, null, admin, clock.instant(), clock.instant());
        boolean free = store.formerLogins(Secret.hash(fold(login))) == 0
                && database.insertOnce(AccountStore.class, inside -> inside.insert(person));
        return free ? Optional.of(id) : Optional.empty();
    }

    /** Whether a text can be a login. */
    public static boolean isLogin(String text) {
        return LOGIN.matcher(fold(text)).matches();
    }

    /** Takes everything that tells who the person was; their attempts stay, without a name. */
    public void erase(UUID person) {
        database.save(AccountStore.class).erase(person, clock.instant());
    }

    /**
     * Changes what is known about a person; false where the form has problems. Another e-mail address asks for the password:
     * who sits down at somebody's open page must not get the link for a forgotten password sent to themselves.
     */
    boolean change(Person person, Form form) {
        String email = orNull(form.text("email"));
        boolean same = Objects.equals(email, person.email());
        if (!checkProfile(form).isGood()
                || !(same
                        || person.login() == null
                        || knowsPassword(person.login(), form.text("emailPassword"), form, "emailPassword"))) {
            return false;
        }
        database.save(AccountStore.class).change(person.id(), form.text("name").strip(), email);
        return true;
    }

    /** Changes a password for who knows the old one, and ends all sessions; false where the form has problems. */
    boolean changePassword(Person person, Form form) {
        String login = person.login() == null ? "" : person.login();
        checkPassword(form, "newPassword", login);
        if (form.isGood() && knowsPassword(login, form.text("password"), form, "password")) {
            String hash = passwords.hash(form.text("newPassword"));
            database.save(AccountStore.class).changePassword(person.id(), hash);
            return true;
        }
        return false;
    }

    /** Erases a person at their own wish; who has a password must give it. False where the form has problems. */
    boolean eraseOwn(Person person, Form form) {
        String login = person.login();
        boolean sure = login == null || knowsPassword(login, form.text("erasePassword"), form, "erasePassword");
        if (sure) {
            erase(person.id());
        }
        return sure;
    }

    private boolean knowsPassword(String login, String password, Form form, String field) {
        boolean knows = matching(login, password).isPresent();
        form.require(knows, field, Message.of("account.password-wrong"));
        return knows;
    }

    private static boolean checkAccount(Form form) {
        checkProfile(form).require(isLogin(form.text("login")), "login", Message.of("account.login-unfit"));
        checkPassword(form, "password", form.text("login"));
        return form.isGood();
    }

    /** The login of somebody who has erased themselves is nobody else's, ever. */
    private boolean checkFree(Form form) {
        boolean former = store.formerLogins(Secret.hash(fold(form.text("login")))) > 0;
        return form.require(!former, "login", Message.of("account.login-taken")).isGood();
    }

    private static void checkPassword(Form form, String field, String login) {
        String password = form.text(field);
        int length = password.codePointCount(0, password.length());
        form.require(length >= 8, field, Message.of("account.password-short", 8))
                .require(length <= 200, field, Message.of("account.too-long", 200))
                .require(!fold(password).equals(fold(login)), field, Message.of("account.password-is-login"));
    }

    private static Form checkProfile(Form form) {
        return form.require(!form.text("name").isBlank(), "name", Message.of("account.name-missing"))
                .require(form.text("name").strip().length() <= 100, "name", Message.of("account.too-long", 100))
                .require(isEmail(form.text("email").strip()), "email", Message.of("account.email-unfit"));
    }

    private static boolean isEmail(String text) {
        return text.isEmpty() || (text.length() <= 254 && EMAIL.matcher(text).matches());
    }

    private NewPerson personOf(UUID id, Form form, boolean admin) {
        return new NewPerson(
                id,
                form.text("name").strip(),
                fold(form.text("login")),
                orNull(form.text("email")),
                passwords.hash(form.text("password")),
                admin,
                clock.instant(),
                admin ? clock.instant() : null);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
