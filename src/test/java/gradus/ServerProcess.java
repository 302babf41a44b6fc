package gradus;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as people start it: {@code java -jar gradus.jar …} in a process of its own, which can be killed. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** With these it starts in half the time, and lives briefly. */
    private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Pattern ADDRESS = Pattern.compile("http://[^/\\s]+");

    private final Process process;
    private final Path output;
    private final Path errors;

    private ServerProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    public static ServerProcess start(String... arguments) {
        String jar = System.getProperty("gradus.jar");
        if (jar == null || !Files.exists(Path.of(jar))) {
            throw new IllegalStateException(
                    "the system property gradus.jar must name the built jar; mvn verify sets it");
        }
        return run(BRIEF, List.of("-jar", jar), arguments);
    }

    /** A program as it was just compiled, on a JVM as it is, for measurements. */
    public static ServerProcess startAsUsersDo(String program, String... arguments) {
        return run(List.of(), List.of("-cp", classPath(), program), arguments);
    }

    /** The program as it was just compiled, with another folder on its class path. */
    public static ServerProcess startBeside(Path folder, String... arguments) {
        String classes = folder + File.pathSeparator + classPath();
        return run(BRIEF, List.of("-cp", classes, "gradus.Gradus"), arguments);
    }

    /** The program as it was just compiled, with no more room for its objects than this, such as {@code 64m}. */
    public static ServerProcess startSmall(String heap, List<String> arguments) {
        return run(
                BRIEF, List.of("-Xmx" + heap, "-cp", classPath(), "gradus.Gradus"), arguments.toArray(String[]::new));
    }

    /** The class path of the tests, which their runner may keep in a loader of its own. */
    private static String classPath() {
        Stream<String> loaded = ServerProcess.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(url -> new File(url.getPath()).toString())
                : Stream.empty();
        return Stream.concat(loaded, Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static ServerProcess run(List<String> options, List<String> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(program);
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("gradus", ".out");
            Path errors = Files.createTempFile("gradus", ".err");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new ServerProcess(process, output, errors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The server's address, as soon as it says so. */
    public String address() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            Matcher said = ADDRESS.matcher(output());
            if (said.find()) {
                return said.group();
            }
            if (!process.isAlive()) {
                break;
            }
            waitAMoment();
        }
        throw new IllegalStateException("no server: " + output() + errors());
    }

    private static void waitAMoment() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public TestVisitor visitor() {
        return new TestVisitor(address());
    }

    public String output() {
        return read(output);
    }

    public String errors() {
        return read(errors);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The exit code of a program that ends by itself. */
    public int exitCode() {
        waitForEnd();
        return process.exitValue();
    }

    /** Ends it as a power cut would: {@code kill -9}. */
    public void kill() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        waitForEnd();
    }

    /** Stops it in the midst of what it does, as a debugger would; false where the system has no signals. */
    public boolean pause() throws IOException, InterruptedException {
        boolean paused = signal("-STOP");
        Thread.sleep(50); // until its last thread has come out of the system call it was in
        return paused;
    }

    /** Lets it go on after {@link #pause}. */
    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private boolean signal(String name) throws IOException, InterruptedException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return false;
        }
        return new ProcessBuilder("kill", name, Long.toString(process.pid()))
                        .start()
                        .waitFor()
                == 0;
    }

    /** Ends it as an operator does. */
    @Override
    public void close() {
        process.destroy();
        waitForEnd();
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the program does not end: " + output() + errors());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
