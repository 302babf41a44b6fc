package gradus.bank;

import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.file.CourseFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files {@code functions.yaml} of a bank folder. For a question the nearest one holds: beside it, in its course's folder
 * above {@code questions}, or in the bank folder above that.
 */
public final class FunctionFiles {
    private FunctionFiles() {}

    public static boolean isOne(Path file) {
        return file.getFileName().toString().equals(CourseFunctions.FILE);
    }

    /** The text of a question with those functions of its folder that it uses. */
    public static String joined(Path question, String text) throws IOException {
        for (Path file : near(question).toList()) {
            if (Files.isRegularFile(file)) {
                return CourseFunctions.joined(text, Files.readString(file));
            }
        }
        return text;
    }

    private static Stream<Path> near(Path question) {
        Path folder = question.toAbsolutePath().getParent();
        if (folder == null) {
            return Stream.empty();
        }
        boolean course =
                folder.getFileName() != null && folder.getFileName().toString().equals(BankFolder.QUESTIONS);
        Stream<Path> folders = course
                ? Stream.iterate(folder, inner -> inner != null, Path::getParent)
                        .limit(3)
                : Stream.of(folder);
        return folders.map(each -> each.resolve(CourseFunctions.FILE));
    }

    /** What is wrong with a file of functions. */
    public static List<Problem> problems(Path file, String name) {
        try {
            return CourseFunctions.problems(Files.readString(file), name);
        } catch (IOException unreadable) {
            return List.of(new Problem(
                    name, 1, 1, Message.of("bank.file-unreadable", String.valueOf(unreadable.getMessage()))));
        }
    }
}
