package gradus.account;

import gradus.message.Message;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends who has forgotten their password a link to the e-mail address that stands in their own profile. What is answered, and how
 * fast, is the same whether there is such an account or not, so all of it is done afterwards, one mail after the other.
 */
final class ForgottenPasswords implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ForgottenPasswords.class);
    /** So long nobody is sent another one. */
    private static final Duration REST = Duration.ofMinutes(5);

    private static final int MOST_WAITING = 500;

    private final Accounts accounts;
    private final AccountStore store;
    private final MailServer mail;
    private final Clock clock;
    private final ExecutorService sender = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), ForgottenPasswords::thread);

    ForgottenPasswords(Accounts accounts, AccountStore store, MailServer mail, Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.mail = mail;
        this.clock = clock;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "gradus-mail");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Sends the link, where the login has an account with an address.
     *
     * @param server the address of this server
     */
    void send(String login, String server, Locale language) {
        try {
            sender.execute(
                    () -> store.withLogin(Accounts.fold(login)).ifPresent(person -> send(person, server, language)));
        } catch (RejectedExecutionException busy) {
            log.warn("too many mails wait to be sent: one is not");
        }
    }

    private void send(Person person, String server, Locale language) {
        String address = person.email();
        if (address == null || store.resetsSince(person.id(), clock.instant().minus(REST)) > 0) {
            return;
        }
        try {
            String link = server + "/welcome/" + accounts.reset(person.id());
            mail.send(
                    address,
                    Message.of("account.forgotten-subject").in(language),
                    Message.of("account.forgotten-mail", person.name(), link).in(language));
        } catch (MessagingException | RuntimeException refused) {
            log.warn("a mail with a link for a new password was not sent", refused);
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
