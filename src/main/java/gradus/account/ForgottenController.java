package gradus.account;

import gradus.database.Database;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Language;
import gradus.web.Web;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page for who has forgotten their password: a link is sent, or, where the server sends no mail, they read whom to ask. */
public final class ForgottenController implements AutoCloseable {
    private final @Nullable ForgottenPasswords links;
    private final GuessThrottle throttle;

    public ForgottenController(Database database, Accounts accounts, @Nullable MailServer mail, Clock clock) {
        this.links =
                mail == null ? null : new ForgottenPasswords(accounts, database.store(AccountStore.class), mail, clock);
        this.throttle = new GuessThrottle(database, clock);
    }

    /** {@code GET /forgotten}. */
    public void form(Context context) {
        show(context, Form.empty(), context.queryParam("sent") != null);
    }

    /** {@code POST /forgotten}: sends the link to the address in the profile, where there is one. */
    public void send(Context context) {
        Form form = Form.of(context, "login");
        String login = form.text("login");
        form.require(!login.isBlank(), "login", Message.of("account.login-unfit"));
        if (form.isGood()) {
            GuessThrottle.Outcome<String> asked =
                    throttle.guess("a forgotten password", context.ip(), Optional::<String>empty);
            form.require(!asked.isHeldUp(), "login", Message.of("account.forgotten-throttled", asked.seconds()));
        }
        if (links == null || !form.isGood()) {
            show(context.status(422), form, false);
            return;
        }
        links.send(login, Web.address(context), Language.of(context));
        context.redirect("/forgotten?sent");
    }

    private void show(Context context, Form form, boolean sent) {
        boolean mails = links != null;
        context.render("account/forgotten", Map.of("form", form, "mails", mails, "sent", mails && sent));
    }

    @Override
    public void close() {
        if (links != null) {
            links.close();
        }
    }
}
