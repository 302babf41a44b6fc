package gradus.bank;

import gradus.message.Message;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file of a bank folder.
 *
 * @param course the id of the course, which is the name of its folder
 * @param path the path within the course's folder, separated by {@code /}
 * @param content its text
 */
public record BankFile(String course, String path, String content) {
    private static final String QUESTIONS = "questions/";

    public boolean isQuestion() {
        return path.startsWith(QUESTIONS);
    }

    /** The file's name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Reads a file of a course's folder; an unreadable one is reported instead. */
    static Optional<BankFile> read(String course, Path folder, Path file, Consumer<BankFolder.CourseProblem> tell) {
        String path = BankFolder.path(folder, file);
        try {
            Message unfit = IgnoredFiles.unfit(folder, file, false);
            if (unfit != null) {
                tell.accept(new BankFolder.CourseProblem(course, BankFolder.problem(path, unfit)));
                return Optional.empty();
            }
            String text = Files.readString(file);
            BankFile read = new BankFile(course, path, text);
            return Optional.of(read.isQuestion() ? new BankFile(course, path, FunctionFiles.joined(file, text)) : read);
        } catch (CharacterCodingException notText) {
            tell.accept(
                    new BankFolder.CourseProblem(course, BankFolder.problem(path, Message.of("bank.file-not-utf-8"))));
        } catch (IOException unreadable) {
            tell.accept(new BankFolder.CourseProblem(
                    course,
                    BankFolder.problem(
                            path, Message.of("bank.file-unreadable", String.valueOf(unreadable.getMessage())))));
        }
        return Optional.empty();
    }
}
