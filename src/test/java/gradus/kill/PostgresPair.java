package gradus.kill;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two PostgreSQLs made with the system's programs, of which one follows the other; the first of them can die. A commit waits
 * until it is on the follower's disk too, or, for comparison, does not.
 */
final class PostgresPair implements AutoCloseable {
    private static final String FOLLOWER = "follower";
    private static final long PATIENCE = 60_000;

    private final Path folder;
    private final Path programs = programs();
    private final int[] ports;
    private final Process[] servers = new Process[2];
    private int first;

    private PostgresPair(Path folder, int[] ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /** Starts both in a folder, with an empty database {@code gradus} on the first of them. */
    static PostgresPair in(Path folder, boolean synchronous) throws Exception {
        PostgresPair pair;
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0)) {
            pair = new PostgresPair(folder, new int[] {one.getLocalPort(), two.getLocalPort()});
        }
        pair.run("initdb", "-D", pair.data(0), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        pair.configure(0, """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                cluster_name = 'follower'
                synchronous_standby_names = '%s'
                """.formatted(synchronous ? FOLLOWER : ""));
        pair.start(0);
        pair.execute(0, "SET synchronous_commit = local; CREATE DATABASE gradus");
        pair.follow(1);
        return pair;
    }

    private static Path programs() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("pg_basebackup")))
                    .max(Path::compareTo)
                    .orElseThrow();
        } catch (IOException | RuntimeException missing) {
            throw new IllegalStateException(
                    "This test needs the programs of a PostgreSQL server in /usr/lib/postgresql/<version>/bin, as Debian's"
                            + " package postgresql brings them",
                    missing);
        }
    }

    /** The address that README gives for such a pair: whichever of the two is the first. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + ports[0] + ",127.0.0.1:" + ports[1]
                + "/gradus?user=postgres&targetServerType=primary&hostRecheckSeconds=1&connectTimeout=2&socketTimeout=30";
    }

    /** Kills the first and all its processes, makes the second the first, and lets a new copy in the old one's place follow. */
    void failOver() throws Exception {
        int dead = first;
        Process server = servers[dead];
        List<ProcessHandle> all = Stream.concat(Stream.of(server.toHandle()), server.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        server.waitFor();
        for (ProcessHandle process : all) {
            process.onExit().get();
        }
        run("pg_ctl", "promote", "-w", "-D", data(1 - dead));
        first = 1 - dead;
        follow(dead);
    }

    /** The follower receives nothing more. */
    void stopReceiving() throws Exception {
        execute(1 - first, "ALTER SYSTEM SET primary_conninfo = ''");
        execute(1 - first, "SELECT pg_reload_conf()");
        await(first, "SELECT count(*) = 0 FROM pg_stat_replication");
    }

    private void follow(int index) throws Exception {
        Path data = Path.of(data(index));
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
        run(
                "pg_basebackup",
                "--host=127.0.0.1",
                "--port=" + ports[1 - index],
                "--username=postgres",
                "--pgdata=" + data,
                "--write-recovery-conf",
                "--checkpoint=fast");
        start(index);
        await(1 - index, "SELECT count(*) = 1 FROM pg_stat_replication WHERE application_name = 'follower'");
    }

    private void configure(int index, String lines) throws IOException {
        Path file = Path.of(data(index), "postgresql.conf");
        Files.writeString(file, Files.readString(file) + lines);
    }

    private void start(int index) throws Exception {
        configure(index, "port = " + ports[index] + "\n");
        servers[index] = new ProcessBuilder(command("postgres", "-D", data(index)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        await(index, "SELECT true");
    }

    private String data(int index) {
        return folder.resolve("postgres" + index).toString();
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    /** PostgreSQL does not run as root: there it gets a user without a name. */
    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(String program, String... arguments) throws Exception {
        int exit = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(program + " ended with " + exit + ":\n" + Files.readString(log()));
        }
    }

    private Connection connect(int index, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports[index] + "/" + database, "postgres", "");
    }

    private void execute(int index, String sql) throws SQLException {
        try (Connection connection = connect(index, "postgres");
                Statement statement = connection.createStatement()) {
            for (String command : sql.split("; ")) {
                statement.execute(command);
            }
        }
    }

    private void await(int index, String condition) throws Exception {
        long until = System.nanoTime() + PATIENCE * 1_000_000;
        while (true) {
            try (Connection connection = connect(index, "postgres");
                    ResultSet answer = connection.createStatement().executeQuery(condition)) {
                if (answer.next() && answer.getBoolean(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                // it starts
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException(condition + ":\n" + Files.readString(log()));
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        for (Process server : servers) {
            if (server != null) {
                server.descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
            }
        }
    }
}
