package gradus;

import gradus.account.MailServer;
import gradus.bank.BankFolder;
import gradus.database.CannotStart;
import gradus.message.Message;
import gradus.web.Front;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a server.
 *
 * @param port 0 for any free port
 * @param database a JDBC address, or null for H2 in the data folder
 * @param banks folders of question and exam files, watched in addition to the shipped bank
 * @param front how browsers reach the server
 * @param mail the server by which mails go out; null where none do
 * @param dev whether templates, static files and the shipped bank are read from the working folder, uncached
 */
public record Settings(
        String host,
        int port,
        Path data,
        @Nullable String database,
        List<Path> banks,
        boolean dev,
        Front front,
        @Nullable MailServer mail) {
    public Settings {
        banks = List.copyOf(banks);
    }

    /** A server that browsers reach directly. */
    public Settings(String host, int port, Path data, @Nullable String database, List<Path> banks, boolean dev) {
        this(host, port, data, database, banks, dev, Front.DIRECT, null);
    }

    /** The shipped bank followed by the other folders, which take precedence. */
    List<BankFolder> folders() {
        List<BankFolder> folders = new ArrayList<>();
        folders.add(dev ? BankFolder.at(Path.of("db", "bank")) : BankFolder.shipped());
        for (Path folder : banks) {
            if (!Files.isDirectory(folder)) {
                throw new CannotStart(Message.of("bank.unfit-folder", folder));
            }
            folders.add(BankFolder.at(folder));
        }
        return folders;
    }
}
