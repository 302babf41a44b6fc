package gradus.bank;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second whether files of the bank have changed, and loads them once they have come to rest. */
public final class BankWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BankWatch.class);

    private final Bank bank;
    private final ScheduledExecutorService timer;
    private String loaded;
    private String seen;

    private BankWatch(Bank bank) {
        this.bank = bank;
        this.loaded = bank.fingerprint();
        this.seen = loaded;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "gradus-bank-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to watch a bank that has just been loaded. */
    public static BankWatch over(Bank bank) {
        BankWatch watch = new BankWatch(bank);
        watch.timer.scheduleWithFixedDelay(watch::look, 1, 1, TimeUnit.SECONDS);
        return watch;
    }

    private void look() {
        try {
            String now = bank.fingerprint();
            boolean atRest = now.equals(seen);
            seen = now;
            if (atRest && !now.equals(loaded)) {
                loaded = now;
                bank.load();
            }
        } catch (RuntimeException failure) {
            log.warn("the bank could not be loaded", failure);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
