package gradus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.database.Database;
import gradus.json.Json;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into a running server for operators' verbs. H2 lets only one process open its file, so a verb that finds the
 * file in use sends its arguments to the server that holds it; the server runs the verb and sends back its output.
 *
 * <p>The door is a socket file in the data folder and as protected as that folder: whoever may write there could change
 * the database as well. A request is one line of JSON; the reply is a series of pieces of output, each with its
 * stream's number and length, ended by 0 and the exit code.
 */
final class OperatorDoor implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OperatorDoor.class);
    private static final String NAME = "operator.sock";
    private static final int END = 0;
    private static final int OUT = 1;
    private static final int ERR = 2;

    private final Path file;
    private final ServerSocketChannel door;
    private final Database database;

    private OperatorDoor(Path file, ServerSocketChannel door, Database database) {
        this.file = file;
        this.door = door;
        this.database = database;
    }

    /** Opens the door in the folder of this database. */
    static OperatorDoor open(Path folder, Database database) throws IOException {
        Path file = folder.resolve(NAME);
        Files.deleteIfExists(file); // left behind by a killed server; this process holds the database now
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(file));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        OperatorDoor door = new OperatorDoor(file, channel, database);
        start(door::welcome, "gradus-operator");
        return door;
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void welcome() {
        while (door.isOpen()) {
            try {
                SocketChannel caller = door.accept();
                start(() -> serve(caller), "gradus-operator-verb");
            } catch (IOException closed) {
                log.debug("the operators' door is closed", closed);
            }
        }
    }

    private void serve(SocketChannel caller) {
        try (caller) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(Channels.newInputStream(caller), StandardCharsets.UTF_8));
            JsonNode asked = Json.read(in.readLine());
            List<String> arguments = new ArrayList<>();
            asked.path("arguments").forEach(argument -> arguments.add(argument.asText()));
            DataOutputStream reply = new DataOutputStream(Channels.newOutputStream(caller));
            int code;
            try (PrintStream out = stream(reply, OUT);
                    PrintStream err = stream(reply, ERR)) {
                Path directory = Path.of(asked.path("directory").asText());
                code = GradusCommand.inServer(database, directory, out, err).execute(arguments);
            }
            reply.writeByte(END);
            reply.writeInt(code);
        } catch (IOException gone) {
            log.debug("an operator's verb was cut off", gone);
        }
    }

    private static PrintStream stream(DataOutputStream reply, int number) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int single) throws IOException {
                        write(new byte[] {(byte) single}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        reply.writeByte(number);
                        reply.writeInt(length);
                        reply.write(bytes, from, length);
                    }
                },
                false,
                StandardCharsets.UTF_8);
    }

    /** Has the server of this folder run a verb, and prints its output; empty where no server answers. */
    static OptionalInt ask(Path folder, List<String> arguments, PrintStream out, PrintStream err) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(NAME)))) {
            ObjectNode asking = Json.object();
            ArrayNode words = asking.putArray("arguments");
            arguments.forEach(words::add);
            asking.put("directory", Path.of("").toAbsolutePath().toString());
            Channels.newOutputStream(channel).write((asking + "\n").getBytes(StandardCharsets.UTF_8));
            DataInputStream reply = new DataInputStream(Channels.newInputStream(channel));
            for (int number = reply.readByte(); number != END; number = reply.readByte()) {
                byte[] piece = reply.readNBytes(reply.readInt());
                PrintStream stream = number == OUT ? out : err;
                stream.write(piece, 0, piece.length);
                stream.flush();
            }
            return OptionalInt.of(reply.readInt());
        } catch (IOException nobody) {
            log.debug("no server answers at the operators' door", nobody);
            return OptionalInt.empty();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            Files.deleteIfExists(file);
        } catch (IOException gone) {
            log.debug("closing the operators' door", gone);
        }
    }
}
