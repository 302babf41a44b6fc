package gradus.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.App;
import gradus.Settings;
import gradus.account.MailServer;
import gradus.database.CannotStart;
import gradus.message.Message;
import gradus.web.Front;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code serve}: starts the server. */
@Command(name = "serve", description = "Starts the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Mixin
    private Options options = new Options();

    @Override
    public Integer call() {
        return options.serve(root);
    }

    /** The server's options, which the command without a verb takes as well. */
    static final class Options {
        private static final int LAST_PORT = 65_535;

        @Option(names = "--port", defaultValue = "7070", description = "Port to listen on (default: ${DEFAULT-VALUE}).")
        private int port;

        @Option(
                names = "--host",
                defaultValue = "127.0.0.1",
                description = "Address to listen on; 0.0.0.0 for every network (default: ${DEFAULT-VALUE}).")
        private String host = "127.0.0.1";

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Option(names = "--bank", paramLabel = "DIR", description = "A further folder of questions and exams, watched.")
        private List<Path> banks = new ArrayList<>();

        @Option(
                names = "--base-url",
                paramLabel = "URL",
                description =
                        "The address that browsers use where a proxy stands in front, https://exam.example.org or https://example.org/gradus.")
        private @Nullable String baseUrl;

        @Option(
                names = "--trusted-proxy",
                paramLabel = "ADDRESS",
                description = "A proxy, or a range of them such as 10.0.0.0/8, whose X-Forwarded headers are believed.")
        private List<String> proxies = new ArrayList<>();

        @Option(
                names = "--metrics-from",
                paramLabel = "ADDRESS",
                description = "An address or range that may read /metrics, besides this machine.")
        private List<String> watchers = new ArrayList<>();

        @Option(
                names = "--smtp",
                paramLabel = "URL",
                description =
                        "Sends who has forgotten their password a link by this mail server, smtp://user@host:587 or"
                                + " smtps://user@host; the password stands in the environment, GRADUS_SMTP_PASSWORD.")
        private @Nullable String smtp;

        @Option(names = "--mail-from", paramLabel = "ADDRESS", description = "The address that these mails come from.")
        private @Nullable String mailFrom;

        @Option(
                names = "--demo",
                description = "Adds a course of examples: a class of thirty with two past exams and texts to grade.")
        private boolean demo;

        @Option(
                names = "--dev",
                description = "Reads templates, static files and the shipped bank from the working folder, uncached.")
        private boolean dev;

        @Option(
                names = "--warm-up",
                description =
                        "Practises for half a minute before /healthz says that it is ready, for a class that comes at once.")
        private boolean warm;

        /** Lets operators' verbs reach the database that the server holds; skipped on file systems without sockets. */
        private void openForOperators(App app) {
            try {
                OperatorDoor door = OperatorDoor.open(database.data(), app.database());
                Runtime.getRuntime().addShutdownHook(new Thread(door::close, "gradus-operator-close"));
            } catch (IOException | UnsupportedOperationException without) {
                LoggerFactory.getLogger(ServeCommand.class)
                        .warn("verbs do not reach this server while it runs: {}", without.getMessage());
            }
        }

        /** The mail server; a mail can only name an address that is known beforehand. */
        private @Nullable MailServer mail() {
            if (smtp == null) {
                return null;
            }
            if (baseUrl == null) {
                throw new CannotStart(Message.of("account.mail-needs-base"));
            }
            return MailServer.of(smtp, mailFrom, System.getenv("GRADUS_SMTP_PASSWORD"));
        }

        /** Starts the server, prints its address, and leaves it running. */
        int serve(GradusCommand root) {
            if (port < 0 || port > LAST_PORT) {
                return root.refuse(Message.of("web.port-unfit", Integer.toString(port)));
            }
            Front front = Front.of(baseUrl, proxies, watchers);
            Settings settings =
                    new Settings(host, port, database.data(), database.database(), banks, dev, front, mail());
            App app = warm ? App.startAndWarmUp(settings) : App.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(app::close, "gradus-shutdown"));
            if (database.database() == null) {
                openForOperators(app);
            }
            List<String> links = demo ? app.demo() : List.of();
            if (root.json()) {
                ObjectNode started = JsonNodeFactory.instance.objectNode().put("address", app.address());
                app.adminLink().ifPresent(link -> started.put("admin_link", link));
                if (demo) {
                    started.put("demo_link", links.get(0)).put("demo_tour", links.get(1));
                }
                Lines.print(started);
                return 0;
            }
            System.out.println(Message.of("command.serving", app.address()).in(root.language()));
            if (baseUrl == null && !proxies.isEmpty()) {
                System.err.println(
                        Message.of("command.links-name-here", app.address()).in(root.language()));
            }
            app.notRead().forEach(message -> System.err.println(message.in(root.language())));
            app.adminLink()
                    .ifPresent(link -> System.out.println(
                            Message.of("command.first-admin", link).in(root.language())));
            if (demo) {
                System.out.println(
                        Message.of("demo.link", links.get(0), links.get(1)).in(root.language()));
            }
            return 0;
        }
    }
}
