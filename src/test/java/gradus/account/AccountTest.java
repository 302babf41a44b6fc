package gradus.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.account.AccountStore.NewPerson;
import gradus.database.Database;
import gradus.database.DatabaseTest;
import gradus.message.Message;
import gradus.web.Form;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

class AccountTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private static Accounts at(Database database, Instant time) {
        return new Accounts(database, Clock.fixed(time, ZoneOffset.UTC));
    }

    private static Form form(String login, String password) {
        return Form.empty().with("name", "김하나").with("login", login).with("password", password);
    }

    @DatabaseTest
    void whoSignsUpCanSignInWithAnySpellingOfTheLogin(Database database) {
        Accounts accounts = at(database, NOON);
        Viewer signedUp = accounts.signUp(Viewer.NOBODY, form(" ２０２４-Kim ", "correct horse"))
                .orElseThrow();
        Viewer signedIn =
                accounts.signIn(form("2024-kim", "correct horse"), "::1").orElseThrow();
        assertEquals(signedUp.id(), signedIn.id());
        assertEquals("김하나", signedIn.name());
        assertTrue(accounts.signIn(form("2024-kim", "correct hors"), "::1").isEmpty());
    }

    @DatabaseTest
    void aLoginBelongsToOnePerson(Database database) {
        Accounts accounts = at(database, NOON);
        accounts.signUp(Viewer.NOBODY, form("kim", "first password"));
        Form second = form("KIM", "second password");
        assertTrue(accounts.signUp(Viewer.NOBODY, second).isEmpty());
        assertEquals(Message.of("account.login-taken"), second.problem("login"));
        assertTrue(accounts.signIn(form("kim", "first password"), "::1").isPresent());
    }

    @DatabaseTest
    void everyFieldThatIsWrongIsSaidAtOnce(Database database) {
        Form form = Form.empty()
                .with("name", " ")
                .with("login", "?")
                .with("password", "short")
                .with("email", "nobody");
        assertTrue(at(database, NOON).signUp(Viewer.NOBODY, form).isEmpty());
        for (String field : List.of("name", "login", "password", "email")) {
            assertNotEquals(null, form.problem(field), field);
        }
    }

    @DatabaseTest
    void aGuestWhoSignsUpStaysTheSamePerson(Database database) {
        AccountStore store = database.store(AccountStore.class);
        UUID guest = UUID.randomUUID();
        database.save(AccountStore.class).insert(new NewPerson(guest, "", null, null, null, false, NOON, null));
        Viewer viewer = new Viewer(guest, "", true, false, null);
        Viewer signedUp =
                at(database, NOON).signUp(viewer, form("guest", "a password")).orElseThrow();
        assertEquals(guest, signedUp.id());
        assertFalse(signedUp.guest());
        assertEquals("guest", store.person(guest).orElseThrow().login());
    }

    @DatabaseTest
    void failedSignInsMakeTheNextGuessFromThereWaitLongerEachTimeAndNobodyElse(Database database) {
        Accounts accounts = at(database, NOON);
        accounts.signUp(Viewer.NOBODY, form("kim", "right password"));
        for (int i = 0; i < 7; i++) {
            int second = i < 5 ? 0 : (1 << (i - 5)) + i - 5;
            assertTrue(at(database, NOON.plusSeconds(second))
                    .signIn(form("kim", "wrong password"), "::1")
                    .isEmpty());
        }
        Form right = form("kim", "right password");
        assertTrue(at(database, NOON.plusSeconds(4)).signIn(right, "::1").isEmpty());
        assertEquals(Message.of("account.sign-in-throttled", 4L), right.problem("login"));
        assertTrue(accounts.signIn(form("kim", "right password"), "::2").isPresent());
        assertTrue(accounts.signIn(form("lee", "right password"), "::1").isEmpty());
        Accounts later = at(database, NOON.plusSeconds(8));
        assertTrue(later.signIn(form("kim", "right password"), "::1").isPresent());
        assertTrue(
                at(database, NOON).signIn(form("kim", "right password"), "::1").isPresent(), "forgiven");
    }

    @DatabaseTest
    void guessesSentAtOnceAreCountedOneByOne(Database database) throws Exception {
        Accounts accounts = at(database, NOON);
        accounts.signUp(Viewer.NOBODY, form("kim", "right password"));
        List<Thread> guesses = new ArrayList<>();
        AtomicInteger looked = new AtomicInteger();
        for (int i = 0; i < 40; i++) {
            guesses.add(new Thread(() -> {
                Form form = form("kim", "wrong password");
                accounts.signIn(form, "::1");
                if (Message.of("account.sign-in-wrong").equals(form.problem("login"))) {
                    looked.incrementAndGet();
                }
            }));
        }
        guesses.forEach(Thread::start);
        for (Thread guess : guesses) {
            guess.join();
        }
        assertEquals(5, looked.get());
    }

    @DatabaseTest
    void theFirstAdminsLinkWorksOnceAndOnlyTheLatest(Database database) {
        Accounts accounts = at(database, NOON);
        String old = accounts.inviteFirstAdmin().orElseThrow();
        String link = accounts.inviteFirstAdmin().orElseThrow();
        assertTrue(accounts.invitation(old).isEmpty());
        AccountStore.Invitation invitation = accounts.invitation(link).orElseThrow();
        assertTrue(accounts.accept(link, invitation, form("admin", "short")).isEmpty());
        Viewer admin =
                accounts.accept(link, invitation, form("admin", "long enough")).orElseThrow();
        assertTrue(admin.admin());
        assertTrue(accounts.invitation(link).isEmpty());
        assertEquals(Optional.empty(), accounts.inviteFirstAdmin());
    }

    @DatabaseTest
    void anInvitedPersonSetsTheirPassword(Database database) {
        Accounts accounts = at(database, NOON);
        UUID id = accounts.add("Grader", "채점자", false).orElseThrow();
        assertTrue(accounts.add("grader", "again", false).isEmpty());
        String link = accounts.invite(id);
        Viewer viewer = accounts.accept(link, accounts.invitation(link).orElseThrow(), form("grader", "long enough"))
                .orElseThrow();
        assertEquals(id, viewer.id());
        assertFalse(viewer.admin());
    }

    @DatabaseTest
    void anErasedPersonLeavesNothingButTheirId(Database database) {
        Accounts accounts = at(database, NOON);
        AccountStore store = database.store(AccountStore.class);
        UUID id = accounts.signUp(Viewer.NOBODY, form("kim", "a password"))
                .orElseThrow()
                .person();
        database.save(AccountStore.class).startSession("hash", id, null, NOON, NOON.plusSeconds(60));
        accounts.erase(id);
        assertTrue(store.sessionOwner("hash", NOON).isEmpty());
        assertTrue(store.person(id).isEmpty());
        assertTrue(store.people(List.of(id)).isEmpty());
        assertTrue(accounts.signIn(form("kim", "a password"), "::1").isEmpty());
    }

    @DatabaseTest
    void nobodyElseEverGetsTheLoginOfAnErasedPerson(Database database) {
        Accounts accounts = at(database, NOON);
        UUID id = accounts.signUp(Viewer.NOBODY, form("kim", "a password"))
                .orElseThrow()
                .person();
        accounts.erase(id);
        assertTrue(accounts.signUp(Viewer.NOBODY, form("ＫＩＭ", "another one")).isEmpty());
        assertTrue(accounts.add("kim", "Kim", false).isEmpty());
        assertTrue(accounts.signUp(Viewer.NOBODY, form("kim2", "another one")).isPresent());
    }

    @DatabaseTest
    void aSessionEnds(Database database) {
        AccountStore store = database.store(AccountStore.class);
        UUID id = at(database, NOON).add("kim", "Kim", false).orElseThrow();
        database.save(AccountStore.class).startSession("hash", id, null, NOON, NOON.plusSeconds(60));
        assertTrue(store.sessionOwner("hash", NOON.plusSeconds(59)).isPresent());
        assertTrue(store.sessionOwner("hash", NOON.plusSeconds(60)).isEmpty());
        assertTrue(store.people(List.of()).isEmpty());
    }
}
