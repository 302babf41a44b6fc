package gradus.account;

import gradus.database.Database;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A person's own page: what is known about them, their password, and erasing it all. */
public final class ProfileController {
    private final AccountStore store;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Predicate<UUID> hasOpenResults;

    /** @param hasOpenResults whether something of a person is still to come that would be lost with their name */
    public ProfileController(Database database, Accounts accounts, Sessions sessions, Predicate<UUID> hasOpenResults) {
        this.store = database.store(AccountStore.class);
        this.accounts = accounts;
        this.sessions = sessions;
        this.hasOpenResults = hasOpenResults;
    }

    /** {@code GET /account}. */
    public void profile(Context context) {
        Person person = person(context);
        Form form = Form.empty().with("name", person.name()).with("email", person.email());
        show(context, person, form);
    }

    /** {@code POST /account}. */
    public void change(Context context) {
        Person person = person(context);
        Form form = Form.of(context, "name", "email", "emailPassword");
        answer(context, person, form, accounts.change(person, form));
    }

    /** {@code POST /account/password}: signs out everywhere else. */
    public void changePassword(Context context) {
        Person person = person(context);
        Form form = Form.of(context, "password", "newPassword");
        boolean changed = accounts.changePassword(person, form);
        if (changed) {
            sessions.start(context, Viewer.of(context));
        }
        answer(context, person, form, changed);
    }

    /** {@code POST /account/erasure}. */
    public void erase(Context context) {
        Person person = person(context);
        Form form = Form.of(context, "erasePassword");
        form.require(!hasOpenResults.test(person.id()), "erasePassword", Message.of("account.erase-waits"));
        if (!form.isGood() || !accounts.eraseOwn(person, form)) {
            answer(context, person, form, false);
            return;
        }
        sessions.leave(context);
        context.redirect("/");
    }

    private Person person(Context context) {
        return store.person(Viewer.of(context).person()).orElseThrow(Refusal::signInFirst);
    }

    private static void answer(Context context, Person person, Form form, boolean done) {
        if (done) {
            context.redirect("/account?changed");
            return;
        }
        Form whole = form.has("name") ? form : form.with("name", person.name()).with("email", person.email());
        show(context.status(422), person, whole);
    }

    private static void show(Context context, Person person, Form form) {
        boolean changed = context.method() == HandlerType.GET && context.queryParam("changed") != null;
        context.render("account/profile", Map.of("person", person, "form", form, "changed", changed));
    }
}
