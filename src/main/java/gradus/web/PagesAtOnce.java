package gradus.web;

import gradus.message.Message;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Places for those who are shown a page or for whom questions are drawn, who need a core each; the rest wait in the order in which
 * they came. The more of them at one time, the less of the cores is left to the compiler while a server is new: of 200 first starts
 * of a practice exam on two cores the middle one took 50 s with 200 at once, and 15 s with 8. A place is free again before its page
 * is sent, so that nobody keeps one by reading slowly.
 */
final class PagesAtOnce {
    private static final int MOST = Math.max(16, 8 * Runtime.getRuntime().availableProcessors());
    private static final int LONGEST_WAIT_SECONDS = 120;
    /** What saves waits for the disk, and what one student saves for what they saved before: not for a core. */
    private static final Pattern DRAWN = Pattern.compile("/courses/[^/]+/exams/[^/]+/(attempts|practice)");
    /** Downloads wait for their reader. */
    private static final Pattern DOWNLOADS = Pattern.compile("/courses/.*\\.(csv|jsonl|xlsx)|/api/.*");

    private static final String HELD = "place";

    private final Semaphore places = new Semaphore(MOST, true);

    void configure(RoutesConfig routes) {
        routes.before(this::take);
        routes.after(this::leave);
    }

    private void take(Context context) throws InterruptedException {
        if (!needsOne(context)) {
            return;
        }
        if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw Refusal.of(503, Message.of("web.error-503"));
        }
        context.attribute(HELD, true);
    }

    private static boolean needsOne(Context context) {
        if (context.method() == HandlerType.GET) {
            return !Web.isForAll(context) && !DOWNLOADS.matcher(context.path()).matches();
        }
        return context.method() == HandlerType.POST
                && DRAWN.matcher(context.path()).matches();
    }

    private void leave(Context context) {
        if (context.attribute(HELD) != null) {
            context.attribute(HELD, null);
            places.release();
        }
    }
}
