package gradus.account;

import gradus.database.CannotStart;
import gradus.message.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that mails go out by, {@code smtp://} with TLS where it offers that or {@code smtps://} with TLS from the start.
 * Who signs in to it does so over TLS or on this machine, never in the open.
 */
public final class MailServer {
    private static final String WAIT_MILLIS = "20000";

    private final URI server;
    private final InternetAddress sender;
    private final @Nullable String password;

    private MailServer(URI server, InternetAddress sender, @Nullable String password) {
        this.server = server;
        this.sender = sender;
        this.password = password;
    }

    /**
     * @param url such as {@code smtp://gradus@mail.example.org:587}
     * @param sender the address that mails come from
     * @param password of the user in the address; null where there is none
     * @throws CannotStart where one of them cannot be understood
     */
    public static MailServer of(String url, @Nullable String sender, @Nullable String password) {
        try {
            URI server = URI.create(url);
            boolean mail = "smtp".equals(server.getScheme()) || "smtps".equals(server.getScheme());
            if (mail && server.getHost() != null && sender != null) {
                return new MailServer(server, new InternetAddress(sender, true), password);
            }
        } catch (IllegalArgumentException | MessagingException garbled) {
            throw new CannotStart(Message.of("account.mail-unfit", url), garbled);
        }
        throw new CannotStart(Message.of("account.mail-unfit", url));
    }

    /**
     * Hands a mail of plain text to the server.
     *
     * @throws MessagingException where it does not take it
     */
    void send(String to, String subject, String text) throws MessagingException {
        Session session = Session.getInstance(settings());
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(sender);
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        mail.setText(text, StandardCharsets.UTF_8.name());
        mail.setSentDate(new Date());
        mail.saveChanges();
        try (Transport transport = session.getTransport(server.getScheme())) {
            transport.connect(server.getHost(), server.getPort(), server.getUserInfo(), password);
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private Properties settings() {
        String scheme = "mail." + server.getScheme() + ".";
        boolean here = server.getHost().matches("localhost|127\\..*|\\[::1]");
        boolean signsIn = server.getUserInfo() != null;
        Properties settings = new Properties();
        settings.put(scheme + "auth", Boolean.toString(signsIn));
        settings.put(scheme + "starttls.enable", "true");
        settings.put(scheme + "starttls.required", Boolean.toString(signsIn && !here));
        settings.put(scheme + "ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            settings.put(scheme + wait, WAIT_MILLIS);
        }
        return settings;
    }
}
