package gradus.web;

import gradus.message.Message;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs before every request: security headers, a limit on the body's size, and the check against forged forms. */
final class Gate {
    static final long LARGEST_BODY = 1 << 20;
    /** For pictures, archives and exports of other platforms, which a photo makes larger than any text. */
    static final long LARGEST_UPLOAD = 10 << 20;

    /** The end of the addresses that take files. */
    private static final Pattern UPLOAD = Pattern.compile(".*[/-]import(/files)?");

    private static final Pattern LARGE_UPLOAD = Pattern.compile(".*/(picture|file|question)-import(/files)?");
    private static final String BOUNDS_OF_PARTS = "org.eclipse.jetty.multipartConfig";

    private static final long MOST_DRAINED = 32 << 20;
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** The escape of U+0000; after an odd number of further backslashes it would be six characters that somebody typed. */
    private static final Pattern NUL_IN_JSON = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*+\\\\u0000");

    /** The addresses that only take tokens. */
    private static final String PROGRAMS = "/api/";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private Gate() {}

    static void headers(Context context) {
        context.header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .header("Cache-Control", "no-store");
    }

    static void body(Context context) {
        long largest = largest(context);
        if (context.req().getContentLengthLong() > largest) {
            drain(context);
            throw tooLarge(largest);
        }
        if (context.isMultipart()) {
            if (UPLOAD.matcher(context.path()).matches()) {
                // its parts are read one by one; larger ones wait on the disk
                context.attribute(
                        BOUNDS_OF_PARTS, new MultipartConfigElement("", largest, largest, (int) LARGEST_BODY));
                return;
            }
            throw Refusal.of(415, Message.of("web.error-415"));
        }
        try {
            context.body();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw Refusal.of(415, Message.of("web.error-charset"));
        }
        Arrival.bodyEnded(context);
    }

    /** How much can be sent to an address at once. */
    static long largest(Context context) {
        boolean large =
                context.isMultipart() && LARGE_UPLOAD.matcher(context.path()).matches();
        return large ? LARGEST_UPLOAD : LARGEST_BODY;
    }

    static Refusal tooLarge(long largest) {
        return Refusal.of(413, Message.of("web.error-413", largest >> 20));
    }

    /**
     * Reads the rest of a refused body, up to a limit, before answering: a browser that is still sending when the connection
     * closes does not read the answer.
     */
    static void drain(Context context) {
        context.header("Connection", "close");
        long until = System.nanoTime() + LONGEST_DRAIN.toNanos();
        byte[] waste = new byte[1 << 16];
        try {
            InputStream body = context.req().getInputStream();
            long drained = 0;
            for (int read = 0; read >= 0 && drained < MOST_DRAINED && System.nanoTime() < until; drained += read) {
                read = body.read(waste);
            }
        } catch (IOException | IllegalStateException gone) {
            log.debug("a refused body ended early: {}", gone.toString());
        }
    }

    /** Checks two things: the browser's statement of where the request came from, and the token that only our pages contain. */
    static void forgery(Context context) {
        if (SAFE.contains(context.method().name())) {
            return;
        }
        if (context.path().startsWith(PROGRAMS)) {
            refuseNul(context); // no cookie opens these doors, so nobody's browser can be made to knock
            return;
        }
        if (!fromHere(context)) {
            throw Refusal.of(403, Message.of("web.error-403-forged"));
        }
        String token = Visit.token(context);
        String sent = context.header("X-CSRF-Token");
        if (sent == null) {
            sent = context.formParam("csrf");
        }
        if (token == null || sent == null || !Secret.same(sent, Visit.csrf(token))) {
            throw Refusal.of(403, Message.of("web.error-403-stale"));
        }
        refuseNul(context);
    }

    private static boolean fromHere(Context context) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = context.header("Origin");
        return origin == null
                || sameHost(origin, context.host())
                || Visit.front(context).isOurs(origin);
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equals(host);
        } catch (IllegalArgumentException garbled) {
            return false;
        }
    }

    /** Refuses U+0000, which PostgreSQL cannot store. */
    private static void refuseNul(Context context) {
        boolean inForm = context.formParamMap().values().stream()
                .anyMatch(texts -> texts.stream().anyMatch(text -> text.indexOf('\0') >= 0));
        boolean inJson = context.isJson()
                && (NUL_IN_JSON.matcher(context.body()).find() || context.body().indexOf('\0') >= 0);
        if (inForm || inJson) {
            throw Refusal.badRequest(Message.of("web.error-nul"));
        }
    }
}
