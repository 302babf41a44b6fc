package gradus.bank;

import gradus.message.Message;
import gradus.question.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder {@code <course>/{exam files, questions/*.yaml}}, on disk or inside the program; or the folder of a single course, with
 * the exam files and {@code questions} in it.
 */
public final class BankFolder implements AutoCloseable {
    private static final String SHIPPED = "db/bank";
    static final String QUESTIONS = "questions";

    private final Path root;
    private final @Nullable FileSystem jar;
    private final @Nullable String only;

    private final boolean shipped;

    private BankFolder(Path root, @Nullable FileSystem jar, @Nullable String only, boolean shipped) {
        this.root = root;
        this.jar = jar;
        this.only = only;
        this.shipped = shipped;
    }

    /** A folder of courses, or the folder of the course that it is named after. */
    public static BankFolder at(Path root) {
        Path whole = root.toAbsolutePath().normalize();
        return isCourse(whole) && whole.getFileName() != null
                ? ofCourse(whole.getFileName().toString(), whole)
                : new BankFolder(root, null, null, false);
    }

    /** The folder of a course, whatever it is called. */
    static BankFolder ofCourse(String course, Path folder) {
        return new BankFolder(folder, null, course, false);
    }

    /** Whether a folder holds the files of a course rather than folders of courses. */
    private static boolean isCourse(Path folder) {
        return Files.isDirectory(folder.resolve(QUESTIONS))
                || yaml(folder).stream().anyMatch(file -> !FunctionFiles.isOne(file));
    }

    /** What was expected of a folder that holds no course; empty where it holds one. */
    public Optional<Message> unfit() {
        boolean holdsOne = only != null || courses().values().stream().anyMatch(BankFolder::isCourse);
        return holdsOne ? Optional.empty() : Optional.of(Message.of("bank.unfit-folder", root));
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
                return new BankFolder(Path.of(uri), null, null, true);
            }
            String entry = uri.getSchemeSpecificPart();
            URI file = URI.create(entry.substring(0, entry.indexOf("!/")));
            // opened by path: opened by address, the file system would be shared with a second server in the same
            // process
            FileSystem jar = FileSystems.newFileSystem(Path.of(file), (ClassLoader) null);
            return new BankFolder(jar.getPath(SHIPPED), jar, null, true);
        } catch (URISyntaxException | IOException broken) {
            throw new IllegalStateException("cannot open " + place, broken);
        }
    }

    /** All YAML files of all courses, questions first; unreadable ones are reported instead. */
    List<BankFile> files(Consumer<CourseProblem> tell) {
        List<BankFile> files = new ArrayList<>();
        courses()
                .forEach((course, folder) -> Stream.concat(
                                yaml(folder.resolve(QUESTIONS)).stream(), yaml(folder).stream())
                        .filter(file -> !told(course, folder, file, tell))
                        .flatMap(file -> BankFile.read(course, folder, file, tell).stream())
                        .forEach(files::add));
        return files;
    }

    /** Whether a file holds functions of its course; what is wrong with them is reported. */
    private static boolean told(String course, Path folder, Path file, Consumer<CourseProblem> tell) {
        if (!FunctionFiles.isOne(file)) {
            return false;
        }
        FunctionFiles.problems(file, path(folder, file))
                .forEach(problem -> tell.accept(new CourseProblem(course, problem)));
        return true;
    }

    static String path(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** What is not read of this folder, each with the reason. */
    List<CourseProblem> ignored() {
        List<CourseProblem> ignored = new ArrayList<>();
        courses().forEach((course, folder) -> {
            for (Path file : list(folder, any -> true)) {
                Message reason = file.getFileName().toString().equals(QUESTIONS) && Files.isDirectory(file)
                        ? null
                        : IgnoredFiles.inCourse(file);
                if (reason != null) {
                    ignored.add(new CourseProblem(course, problem(path(folder, file), reason)));
                }
            }
            for (Path file : list(folder.resolve(QUESTIONS), any -> true)) {
                Message reason = IgnoredFiles.amongQuestions(folder, file);
                if (reason != null) {
                    ignored.add(new CourseProblem(course, problem(path(folder, file), reason)));
                }
            }
        });
        if (only == null) {
            for (Path file : list(root, any -> !Files.isDirectory(any) && !FunctionFiles.isOne(any))) {
                ignored.add(
                        new CourseProblem("", problem(file.getFileName().toString(), Message.of("bank.ignored-root"))));
            }
        }
        return ignored;
    }

    /** A fingerprint of the folder that changes with the name, size or time of any file. */
    String fingerprint() {
        StringBuilder all = new StringBuilder();
        List<Path> folders = new ArrayList<>(courses().values());
        folders.add(root);
        for (Path course : folders) {
            for (Path file : Stream.concat(
                            list(course.resolve(QUESTIONS), any -> true).stream(), list(course, any -> true).stream())
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
        Path folder = courses().get(course);
        return IgnoredFiles.isPicture(name)
                && folder != null
                && Files.isRegularFile(folder.resolve(QUESTIONS).resolve(name));
    }

    /** The names of the pictures in the folder of a course's questions. */
    List<String> pictures(String course) {
        Path folder = courses().get(course);
        return folder == null
                ? List.of()
                : list(folder.resolve(QUESTIONS), Files::isRegularFile).stream()
                        .map(file -> file.getFileName().toString())
                        .filter(IgnoredFiles::isPicture)
                        .toList();
    }

    /** A picture from the folder of a course's questions. */
    Optional<byte[]> picture(String course, String name) {
        Path folder = courses().get(course);
        if (!IgnoredFiles.isPicture(name) || folder == null) {
            return Optional.empty();
        }
        Path file = folder.resolve(QUESTIONS).resolve(name);
        try {
            return Files.isRegularFile(file) && IgnoredFiles.unfit(folder, file, true) == null
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes a file of a course whole or not at all; false where this folder has no such course or cannot be written. */
    boolean write(String course, String path, byte[] content) {
        Path folder = shipped ? null : courses().get(course);
        if (folder == null) {
            return false;
        }
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException(path + " leads out of its folder");
        }
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.write(file.resolveSibling("." + file.getFileName() + ".new"), content);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException unwritable) {
            return false;
        }
    }

    /** Writes a file of a course that is not there yet. */
    void add(String course, String path, byte[] content) {
        Path folder = courses().get(course);
        if (folder != null && !Files.exists(folder.resolve(path))) {
            write(course, path, content);
        }
    }

    /** Whether this is the folder of a single course. */
    boolean isOf(String course) {
        return course.equals(only);
    }

    boolean isOnDisk() {
        return jar == null;
    }

    boolean isShipped() {
        return shipped;
    }

    @Override
    public String toString() {
        return root.toString();
    }

    /** The folder of each course, by the course's id. */
    private Map<String, Path> courses() {
        Map<String, Path> courses = new LinkedHashMap<>();
        if (only != null) {
            courses.put(only, root);
        } else {
            list(
                            root,
                            folder -> Files.isDirectory(folder)
                                    && !folder.getFileName().toString().startsWith("."))
                    .forEach(folder ->
                            courses.put(folder.getFileName().toString().replace("/", ""), folder));
        }
        return courses;
    }

    private static List<Path> yaml(Path folder) {
        return list(folder, file -> file.getFileName().toString().endsWith(".yaml") && Files.isRegularFile(file));
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Problem problem(String path, Message message) {
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
