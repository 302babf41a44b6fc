package gradus;

import static gradus.course.Audience.ANYONE;
import static gradus.course.Audience.PERSON;

import gradus.account.AccountController;
import gradus.account.AccountStore;
import gradus.account.Accounts;
import gradus.account.ForgottenController;
import gradus.account.MailServer;
import gradus.account.ProfileController;
import gradus.account.Sessions;
import gradus.course.CourseStore;
import gradus.database.Database;
import gradus.demo.Demo;
import gradus.web.WaitingLine;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How people sign up, in and out and change what is known of them, with their part of the site map. Passwords are hashed in turn. */
final class Visitors implements AutoCloseable {
    private final AccountController account;
    private final ForgottenController forgotten;
    private final ProfileController profile;
    private final WaitingLine line = new WaitingLine();

    Visitors(
            Database database,
            Accounts accounts,
            Sessions sessions,
            @Nullable MailServer mail,
            Predicate<UUID> hasOpenResults,
            Clock clock) {
        CourseStore courses = database.store(CourseStore.class);
        account = new AccountController(
                accounts, sessions, database.store(AccountStore.class), person -> Demo.welcome(courses, person));
        forgotten = new ForgottenController(database, accounts, mail, clock);
        profile = new ProfileController(database, accounts, sessions, hasOpenResults);
    }

    void routes(RoutesConfig routes) {
        routes.get("/sign-up", account::signUpForm, ANYONE);
        routes.post("/sign-up", line.inTurn(account::signUp), ANYONE);
        routes.get("/sign-in", account::signInForm, ANYONE);
        routes.post("/sign-in", line.inTurn(account::signIn), ANYONE);
        routes.post("/sign-out", account::signOut, ANYONE);
        routes.get("/forgotten", forgotten::form, ANYONE);
        routes.post("/forgotten", forgotten::send, ANYONE);
        routes.get("/welcome/{token}", account::welcomeForm, ANYONE);
        routes.post("/welcome/{token}", line.inTurn(account::welcome), ANYONE);
        routes.get("/account", profile::profile, PERSON);
        routes.post("/account", line.inTurn(profile::change), PERSON);
        routes.post("/account/password", line.inTurn(profile::changePassword), PERSON);
        routes.post("/account/erasure", line.inTurn(profile::erase), PERSON);
    }

    @Override
    public void close() {
        forgotten.close();
        line.close();
    }
}
