package gradus.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the questions of an exam file: in the folder {@code questions} next to it, or directly next to it. */
final class ExamQuestions {
    private ExamQuestions() {}

    /** The file of a question of an exam; null where it is missing. */
    static @Nullable Path find(Path exam, String question) {
        String name = question + ".yaml";
        return Stream.of(exam.resolveSibling("questions").resolve(name), exam.resolveSibling(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }
}
