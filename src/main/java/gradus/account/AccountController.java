package gradus.account;

import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Refusal;
import gradus.web.Web;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Pages on which people sign up, in and out, and accept an invitation. */
public final class AccountController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final AccountStore store;
    private final Function<UUID, List<Message>> places;

    /**
     * Makes the pages.
     *
     * @param places what an invited person will be, course by course, which is told before they accept
     */
    public AccountController(
            Accounts accounts, Sessions sessions, AccountStore store, Function<UUID, List<Message>> places) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.store = store;
        this.places = places;
    }

    /** {@code GET /sign-in}. */
    public void signInForm(Context context) {
        if (Viewer.of(context).signedIn()) {
            leadOn(context);
            return;
        }
        showSignIn(context, Form.empty().with("back", context.queryParam("back")));
    }

    /** {@code POST /sign-in}. */
    public void signIn(Context context) {
        Form form = Form.of(context, "login", "password", "back");
        Optional<Viewer> viewer = accounts.signIn(form, context.ip());
        if (viewer.isEmpty()) {
            showSignIn(context.status(422), form);
            return;
        }
        sessions.start(context, viewer.get());
        context.redirect(Web.local(form.text("back")));
    }

    private static void showSignIn(Context context, Form form) {
        context.render("account/sign-in", Map.of("form", form));
    }

    /** Says to who is signed in already as whom, instead of asking for a login as if nobody were. */
    private static void leadOn(Context context) {
        String back = Web.local(context.queryParam("back"));
        context.render("account/signed-in", Map.of("back", back, "home", back.equals("/")));
    }

    /** {@code GET /sign-up}. */
    public void signUpForm(Context context) {
        if (Viewer.of(context).signedIn()) {
            leadOn(context);
            return;
        }
        Form form = Form.empty().with("name", Viewer.of(context).name()).with("back", context.queryParam("back"));
        showSignUp(context, form);
    }

    /** {@code POST /sign-up}. */
    public void signUp(Context context) {
        Form form = Form.of(context, "name", "login", "password", "email", "back");
        Optional<Viewer> viewer = accounts.signUp(Viewer.of(context), form);
        if (viewer.isEmpty()) {
            showSignUp(context.status(422), form);
            return;
        }
        sessions.start(context, viewer.get());
        context.redirect(Web.local(form.text("back")));
    }

    private static void showSignUp(Context context, Form form) {
        context.render("account/sign-up", Map.of("form", form));
    }

    /** {@code POST /sign-out}. */
    public void signOut(Context context) {
        sessions.leave(context);
        context.redirect("/");
    }

    /** {@code GET /welcome/{token}}: the form behind a one-time link. */
    public void welcomeForm(Context context) {
        AccountStore.Invitation invitation = invitation(context);
        Form form = Form.empty();
        if (invitation.person() != null) {
            store.person(invitation.person())
                    .ifPresent(person -> form.with("name", person.name()).with("login", person.login()));
        }
        showWelcome(context, invitation, form);
    }

    /** {@code POST /welcome/{token}}; {@code ?back=} names the page that it leads to. */
    public void welcome(Context context) {
        AccountStore.Invitation invitation = invitation(context);
        Form form = Form.of(context, "name", "login", "password");
        UUID forgetful = invitation.resets() ? invitation.person() : null;
        String token = context.pathParam("token");
        Optional<Viewer> viewer = forgetful == null
                ? accounts.accept(token, invitation, form)
                : accounts.acceptReset(token, forgetful, form);
        if (viewer.isEmpty()) {
            showWelcome(context.status(422), invitation, form);
            return;
        }
        sessions.start(context, viewer.get());
        String back = context.queryParam("back");
        // the first admin has no exam to sit yet, but a course to make
        String first = invitation.person() == null ? "/courses" : "/";
        context.redirect(back == null ? first : Web.local(back));
    }

    private AccountStore.Invitation invitation(Context context) {
        return accounts.invitation(context.pathParam("token"))
                .orElseThrow(() -> Refusal.of(410, Message.of("account.invitation-used")));
    }

    private void showWelcome(Context context, AccountStore.Invitation invitation, Form form) {
        UUID person = invitation.person();
        List<Message> invitedTo = person == null || invitation.resets() ? List.of() : places.apply(person);
        context.render(
                "account/welcome",
                Map.of("form", form, "admin", person == null, "resets", invitation.resets(), "places", invitedTo));
    }
}
