package gradus.account;

import gradus.account.AccountStore.Failures;
import gradus.database.Database;
import gradus.web.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The delay that makes guessing passwords and codes useless: it grows with each wrong guess at one secret by one guesser, and
 * holds up nobody else.
 *
 * <p>A login is never shut for an address from which nobody has failed at it, however many fail elsewhere, and an address is
 * never shut as a whole, since a class can sit behind one; only a code that a class has may be held up for an address.
 * Guesses of one guesser at one secret are made one after the other on a server, so that those sent at once are counted as well.
 */
public final class GuessThrottle {
    static final Duration SPAN = Duration.ofMinutes(15);
    private static final int FREE = 5;
    /** So many wrong guesses at a code that is read out to a class are its slips of the finger, made behind one address. */
    private static final int FREE_OF_CLASS = 300;

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    private static final int LANES = 64;

    private final Database database;
    private final AccountStore store;
    private final Clock clock;
    private final Object[] lanes = new Object[LANES];

    public GuessThrottle(Database database, Clock clock) {
        this.database = database;
        this.store = database.store(AccountStore.class);
        this.clock = clock;
        for (int i = 0; i < LANES; i++) {
            lanes[i] = new Object();
        }
    }

    /** What came of a guess: what it found, or, where it was not even looked at, how long to wait. */
    public record Outcome<T>(Optional<T> found, Duration delay) {
        /** Whether it was not even looked at. */
        public boolean isHeldUp() {
            return !delay.isZero();
        }

        /** The whole seconds after which the next guess is looked at. */
        public long seconds() {
            return delay.toSeconds() + 1;
        }
    }

    /**
     * Makes a guess, unless the last wrong one was too short a time ago.
     *
     * @param secret what is guessed at: a login, folded, or words with a space, which no login has
     * @param guesser the address that the guess comes from, or who makes it
     * @param guess empty where it is wrong
     */
    public <T> Outcome<T> guess(String secret, String guesser, Supplier<Optional<T>> guess) {
        String loginHash = Secret.hash(secret);
        String addressHash = Secret.hash(guesser);
        synchronized (lanes[Math.floorMod((loginHash + addressHash).hashCode(), LANES)]) {
            Instant since = clock.instant().minus(SPAN);
            Failures before = store.failures(loginHash, addressHash, since);
            Duration wait = wait(before, FREE);
            if (!wait.isZero()) {
                return new Outcome<>(Optional.empty(), wait);
            }
            Optional<T> found = guess.get();
            if (found.isEmpty()) {
                fail(loginHash, addressHash);
            } else if (before.count() > 0) {
                database.save(AccountStore.class).forgive(loginHash, addressHash);
            }
            return new Outcome<>(found, Duration.ZERO);
        }
    }

    /**
     * Makes a guess at a secret that many people have, of whom one may have many accounts: besides each guesser their address is
     * held up, but only after more wrong guesses than a class behind it makes, and what is right is not counted.
     */
    public <T> Outcome<T> guess(String secret, String guesser, String address, Supplier<Optional<T>> guess) {
        String secretHash = Secret.hash(secret + " by anybody");
        String addressHash = Secret.hash(address);
        Duration wait =
                wait(store.failures(secretHash, addressHash, clock.instant().minus(SPAN)), FREE_OF_CLASS);
        if (!wait.isZero()) {
            return new Outcome<>(Optional.empty(), wait);
        }
        Outcome<T> outcome = guess(secret, guesser, guess);
        if (!outcome.isHeldUp() && outcome.found().isEmpty()) {
            fail(secretHash, addressHash);
        }
        return outcome;
    }

    private void fail(String secretHash, String guesserHash) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        database.save(AccountStore.class, inside -> {
            inside.forgetFailures(now.minus(SPAN));
            inside.failed(id, secretHash, guesserHash, now);
            return id;
        });
    }

    /** How long after so many failures the next guess has to wait from now: 1, 2, 4, … seconds since the last one. */
    private Duration wait(Failures failures, int free) {
        if (failures.count() < free || failures.latest() == null) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(failures.count() - free, 10);
        Duration delay = Duration.ofSeconds(Math.min(seconds, LONGEST_DELAY.toSeconds()));
        Duration left = Duration.between(clock.instant(), failures.latest().plus(delay));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
