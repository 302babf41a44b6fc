package gradus.exam;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * A clock that does not jump: where the machine's clock is set by more than half a minute, or the machine was asleep, it goes on
 * by the old time until somebody accepts the new one. So no clock that is set ends a crowd's exam.
 */
public final class SteadyClock extends Clock {
    private static final Duration JUMP = Duration.ofSeconds(30);

    private final Clock wall;
    private final LongSupplier nanos;
    private Instant lastWall;
    private long lastNanos;
    private Duration held = Duration.ZERO;

    /** @param nanos a clock that nobody sets, such as {@link System#nanoTime} */
    public SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.lastWall = wall.instant();
        this.lastNanos = nanos.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        Instant now = wall.instant();
        long ticked = nanos.getAsLong();
        Duration jump = Duration.between(lastWall, now).minusNanos(ticked - lastNanos);
        if (jump.abs().compareTo(JUMP) > 0) {
            held = Duration.ofMillis(held.plus(jump).toMillis());
        }
        lastWall = now;
        lastNanos = ticked;
        return now.minus(held);
    }

    /** By how much the machine's clock is ahead of this one; below zero where it is behind. */
    public synchronized Duration held() {
        return held;
    }

    /** Goes by the machine's clock again. */
    public synchronized void accept() {
        held = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(wall.withZone(zone), nanos);
    }
}
