package gradus.database;

import gradus.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;

/** A copy of an H2 database in one zip file, made while others write. */
public final class Backup {
    private static final String DATABASE = "gradus.mv.db";

    private Backup() {}

    /**
     * Writes a copy. The file appears under its name only once it is complete and on disk.
     *
     * @throws CannotStart where the database is not H2 or the file cannot be written
     */
    static void write(DataSource source, Path file) {
        Path target = file.toAbsolutePath().normalize();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            if (!about.getDatabaseProductName().equals("H2")) {
                throw new CannotStart(Message.of("database.backup-elsewhere", about.getDatabaseProductName()));
            }
            try (PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
                backup.setString(1, unfinished.toString());
                backup.execute();
            }
            force(unfinished);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException | IOException refused) {
            throw new CannotStart(Message.of("database.backup-refused", target.toString()), refused);
        }
    }

    /**
     * Restores a copy into a folder without a database. The schema is not migrated, because the program started on it
     * may be an earlier version.
     *
     * @throws CannotStart where the folder has a database already, or the file is not a copy of a Gradus database
     */
    public static void restore(Path file, Path folder) {
        DataFolder data = DataFolder.open(folder);
        Path database = folder.resolve(DATABASE);
        Path unfinished = folder.resolve("restoring.mv.db");
        if (Files.exists(database)) {
            throw new CannotStart(Message.of("database.restore-over", folder.toString()));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(DATABASE);
            if (entry == null) {
                throw new CannotStart(Message.of("database.restore-unfit", file.toString()));
            }
            try (InputStream copy = zip.getInputStream(entry)) {
                Files.copy(copy, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!data.holdsData("restoring")) {
                throw new CannotStart(Message.of("database.restore-unfit", file.toString()));
            }
            force(unfinished);
            Files.move(unfinished, database);
            data.remember();
        } catch (IOException | SQLException unfit) {
            throw new CannotStart(Message.of("database.restore-unfit", file.toString()), unfit);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
