package gradus.bank;

import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.format.YamlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder {@code <course>/{exam files, questions/*.yaml}}, on disk or inside the program. */
public final class BankFolder implements AutoCloseable {
    private static final String SHIPPED = "db/bank";
    private static final Pattern PICTURE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*\\.(svg|png|jpe?g|gif|webp)");
    private static final long LARGEST_PICTURE = 5L << 20;

    private final Path root;
    private final @Nullable FileSystem jar;

    private BankFolder(Path root, @Nullable FileSystem jar) {
        this.root = root;
        this.jar = jar;
    }

    public static BankFolder at(Path root) {
        return new BankFolder(root, null);
    }

    /** The bank shipped with the program, in its jar or in a folder of classes. */
    public static BankFolder shipped() {
        URL place = BankFolder.class.getClassLoader().getResource(SHIPPED);
        if (place == null) {
            throw new IllegalStateException("no " + SHIPPED + " on the classpath");
        }
        try {
            URI uri = place.toURI();
            if (!uri.getScheme().equals("jar")) {
                return at(Path.of(uri));
            }
            String entry = uri.getSchemeSpecificPart();
            URI file = URI.create(entry.substring(0, entry.indexOf("!/")));
            // opened by path: opened by address, the file system would be shared with a second server in the same
            // process
            FileSystem jar = FileSystems.newFileSystem(Path.of(file), (ClassLoader) null);
            return new BankFolder(jar.getPath(SHIPPED), jar);
        } catch (URISyntaxException | IOException broken) {
            throw new IllegalStateException("cannot open " + place, broken);
        }
    }

    /** All YAML files of all courses, questions first; unreadable ones are reported instead. */
    List<BankFile> files(Consumer<CourseProblem> tell) {
        return courses().stream()
                .flatMap(course -> Stream.concat(yaml(course.resolve("questions")).stream(), yaml(course).stream()))
                .filter(file -> !told(file, tell))
                .map(file -> read(file, tell))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether a file holds functions of its course; what is wrong with them is reported. */
    private boolean told(Path file, Consumer<CourseProblem> tell) {
        if (!FunctionFiles.isOne(file)) {
            return false;
        }
        Path inside = root.relativize(file);
        String path = inside.subpath(1, inside.getNameCount()).toString().replace('\\', '/');
        FunctionFiles.problems(file, path)
                .forEach(problem ->
                        tell.accept(new CourseProblem(inside.getName(0).toString(), problem)));
        return true;
    }

    /** A fingerprint of the folder that changes with the name, size or time of any file. */
    String fingerprint() {
        StringBuilder all = new StringBuilder();
        List<Path> folders = new ArrayList<>(courses());
        folders.add(root);
        for (Path course : folders) {
            for (Path file : Stream.concat(yaml(course.resolve("questions")).stream(), yaml(course).stream())
                    .toList()) {
                try {
                    all.append(file).append(' ').append(Files.size(file));
                    all.append(' ')
                            .append(Files.getLastModifiedTime(file).toMillis())
                            .append('\n');
                } catch (IOException gone) {
                    all.append(file).append(" gone\n");
                }
            }
        }
        return all.toString();
    }

    boolean hasPicture(String course, String name) {
        return PICTURE.matcher(name).matches()
                && Files.isRegularFile(root.resolve(course).resolve("questions").resolve(name));
    }

    /** A picture from the folder of a course's questions. */
    Optional<byte[]> picture(String course, String name) {
        if (!PICTURE.matcher(name).matches() || !course.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        Path file = root.resolve(course).resolve("questions").resolve(name);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST_PICTURE
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isOnDisk() {
        return jar == null;
    }

    private List<Path> courses() {
        return list(root, Files::isDirectory);
    }

    private static List<Path> yaml(Path folder) {
        return list(folder, file -> file.getFileName().toString().endsWith(".yaml") && Files.isRegularFile(file));
    }

    private static List<Path> list(Path folder, java.util.function.Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (NoSuchFileException | java.nio.file.NotDirectoryException absent) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<BankFile> read(Path file, Consumer<CourseProblem> tell) {
        Path inside = root.relativize(file);
        String course = inside.getName(0).toString();
        String path = inside.subpath(1, inside.getNameCount()).toString().replace('\\', '/');
        try {
            if (Files.size(file) > 4L * YamlTree.LONGEST_FILE) {
                tell.accept(new CourseProblem(course, problem(path, Message.of("bank.file-too-long"))));
                return Optional.empty();
            }
            String text = Files.readString(file);
            BankFile read = new BankFile(course, path, text);
            return Optional.of(read.isQuestion() ? new BankFile(course, path, FunctionFiles.joined(file, text)) : read);
        } catch (CharacterCodingException notText) {
            tell.accept(new CourseProblem(course, problem(path, Message.of("bank.file-not-utf-8"))));
        } catch (IOException unreadable) {
            tell.accept(new CourseProblem(
                    course,
                    problem(path, Message.of("bank.file-unreadable", String.valueOf(unreadable.getMessage())))));
        }
        return Optional.empty();
    }

    private static Problem problem(String path, Message message) {
        return new Problem(path, 1, 1, message);
    }

    /** A problem and the course in whose files it lies. */
    record CourseProblem(String course, Problem problem) {}

    @Override
    public void close() {
        if (jar != null) {
            try {
                jar.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
