package gradus.bank;

import gradus.question.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a server would not read of the folders that it is given, for whoever looks at them before. */
public final class UnreadFiles {
    private UnreadFiles() {}

    /**
     * A file or folder that is not read.
     *
     * @param lost whether it holds a question, an exam or a picture, which nobody would see
     */
    public record Unread(Problem problem, boolean lost) {}

    /** Those of a course's folder, or of a folder of courses; none of any other folder. */
    public static List<Unread> in(Path folder) {
        if (!isOfCourse(folder) && !has(folder, UnreadFiles::isOfCourse)) {
            return List.of();
        }
        List<BankFolder.CourseProblem> found = new ArrayList<>();
        BankFolder bank = BankFolder.at(folder);
        bank.files(told -> {
            if (told.problem().message().key().equals("bank.leads-out")) {
                found.add(told);
            }
        });
        found.addAll(bank.ignored());
        return found.stream()
                .map(one -> {
                    Problem problem = one.problem();
                    boolean inside = one.course().isEmpty() || bank.isOf(one.course());
                    Path file = (inside ? folder : folder.resolve(one.course())).resolve(problem.file());
                    return new Unread(
                            new Problem(file.toString(), problem.line(), problem.column(), problem.message()),
                            isLost(file));
                })
                .toList();
    }

    private static boolean isOfCourse(@Nullable Path folder) {
        return folder != null && Files.isDirectory(folder.resolve(BankFolder.QUESTIONS));
    }

    private static boolean isLost(Path file) {
        boolean picture = isAmongQuestions(file) && IgnoredFiles.endsAsPicture(file.toString());
        return picture || isYaml(file) || (Files.isDirectory(file) && has(file, UnreadFiles::isYaml));
    }

    private static boolean isYaml(Path file) {
        return file.toString().matches("(?s).*\\.ya?ml") && Files.isRegularFile(file);
    }

    private static boolean has(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(wanted);
        } catch (IOException none) {
            return false;
        }
    }

    /** Whether a file stands where a server expects questions. */
    public static boolean isAmongQuestions(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && folder.endsWith(BankFolder.QUESTIONS);
    }

    /** Whether a file stands where a server expects exams, with their questions in the folder beside it and nowhere else. */
    public static boolean isBesideQuestions(Path file) {
        return isOfCourse(file.toAbsolutePath().getParent());
    }

    /** Whether a question can show a picture of this name, which stands beside it. */
    public static boolean hasPicture(Path question, String name) {
        try {
            return IgnoredFiles.isPicture(name) && Files.isRegularFile(question.resolveSibling(name));
        } catch (InvalidPathException impossible) {
            return false;
        }
    }
}
