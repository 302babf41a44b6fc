package gradus.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of question and exam files that a test writes for the shipped course. */
final class ExamFolder {
    private final Path folder;

    ExamFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes a question: all but its id. */
    ExamFolder question(String id, String yaml) {
        return write("questions/" + id + ".yaml", "id: " + id + "\n" + yaml);
    }

    /** Writes an exam that asks these questions, each {@code {question: …, points: …}}, separated by commas. */
    ExamFolder exam(String id, String policy, String questions) {
        return write(
                id + ".yaml",
                "id: " + id + "\ntitle: Exam " + id + "\npolicy: {" + policy + "}\nquestions: [" + questions + "]\n");
    }

    private ExamFolder write(String name, String text) {
        try {
            Path file = folder.resolve("deep-learning").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
