package gradus.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.message.Message;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How often one person may ask for one kind of thing on this server: far more often than a person does, and seldom enough that
 * a program in one browser takes nothing from the others. A bucket holds so many requests and is filled at a steady rate.
 */
public final class Rates {
    private final int held;
    private final double aSecond;
    private final Function<Context, @Nullable Object> who;
    private final Cache<Object, Bucket> buckets;

    /**
     * A rate.
     *
     * @param held how many requests are answered at once after a pause
     * @param aSecond how many are answered a second for good
     * @param who tells apart those who ask; null for who is not counted
     */
    public Rates(int held, double aSecond, Function<Context, @Nullable Object> who) {
        this.held = held;
        this.aSecond = aSecond;
        this.who = who;
        // a bucket that has not been used for so long is full again
        long full = (long) Math.ceil(held / aSecond);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofSeconds(full))
                .build();
    }

    /** The same handler for those who keep to the rate; 429 for who does not, with the time to wait. */
    public Handler limit(Handler work) {
        return context -> {
            Object asking = who.apply(context);
            if (asking != null
                    && !buckets.get(asking, first -> new Bucket(held, System.nanoTime()))
                            .take()) {
                context.header("Retry-After", "1");
                throw Refusal.of(429, Message.of("web.error-429"));
            }
            work.handle(context);
        };
    }

    private final class Bucket {
        private double left;
        private long filled;

        Bucket(double left, long filled) {
            this.left = left;
            this.filled = filled;
        }

        synchronized boolean take() {
            long now = System.nanoTime();
            left = Math.min(held, left + (now - filled) / 1e9 * aSecond);
            filled = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
