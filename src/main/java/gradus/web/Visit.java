package gradus.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One browser's visit: a random token in an HttpOnly cookie. A sign-in renews it, and the token of forms is made from it, so
 * a form is valid only for its own visit, and the server stores nothing for it.
 */
public final class Visit {
    private static final String COOKIE = "gradus";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String NEW = "visit";
    /** The attribute of a request under which its {@link Front} stands. */
    static final String FRONT = "front";

    private Visit() {}

    /** The token that the browser sent, or null where it has none yet. */
    public static @Nullable String token(Context context) {
        String started = context.attribute(NEW);
        if (started != null) {
            return started;
        }
        String sent = context.cookie(COOKIE);
        return sent != null && TOKEN.matcher(sent).matches() ? sent : null;
    }

    /** Gives the browser a fresh token that it keeps for this long. */
    public static String renew(Context context, Duration life) {
        String token = Secret.random();
        keep(context, token, life);
        context.attribute(NEW, token);
        return token;
    }

    /** Extends the time for which the browser keeps its token. */
    public static void keep(Context context, String token, Duration life) {
        boolean secure = context.scheme().equals("https") || front(context).isSecure();
        context.cookie(new Cookie(COOKIE, token, "/", (int) life.toSeconds(), secure, true, null, SameSite.LAX));
    }

    static Front front(Context context) {
        Front front = context.attribute(FRONT);
        return front == null ? Front.DIRECT : front;
    }

    /** The token that every form carries and every script sends as {@code X-CSRF-Token}. */
    public static String csrf(Context context) {
        String token = token(context);
        return csrf(token == null ? renew(context, Duration.ofDays(1)) : token);
    }

    static String csrf(String token) {
        return Secret.hash("csrf " + token);
    }
}
