package gradus.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the questions of an exam's file are: in the folder {@code questions} beside it, or beside it. */
final class ExamQuestions {
    private ExamQuestions() {}

    /** The file of a question of the exam of this file; null where there is none. */
    static @Nullable Path find(Path exam, String question) {
        String name = question + ".yaml";
        return Stream.of(exam.resolveSibling("questions").resolve(name), exam.resolveSibling(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }
}
