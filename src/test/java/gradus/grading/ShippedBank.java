package gradus.grading;

import gradus.exam.ExamEntry;
import gradus.exam.ExamFile;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The bank that is shipped, as it stands in {@code db/bank}. */
final class ShippedBank {
    static final Path FOLDER = Path.of("db", "bank", "deep-learning");

    private ShippedBank() {}

    static List<String> questionIds() {
        return ids(FOLDER.resolve("questions"));
    }

    static List<String> examIds() {
        return ids(FOLDER);
    }

    private static List<String> ids(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals("functions.yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Question question(String id) {
        String name = id + ".yaml";
        try {
            return QuestionFile.read(
                    Files.readString(FOLDER.resolve("questions").resolve(name)), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (QuestionException e) {
            throw new AssertionError(name + ": " + e.problems(), e);
        }
    }

    static List<ExamEntry> exam(String id) {
        String name = id + ".yaml";
        try {
            return ExamFile.read(Files.readString(FOLDER.resolve(name)), name).questions();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pairs of a part's id and what is typed into it. */
    static Map<String, String> responses(String... pairs) {
        Map<String, String> responses = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            responses.put(pairs[i], pairs[i + 1]);
        }
        return responses;
    }
}
