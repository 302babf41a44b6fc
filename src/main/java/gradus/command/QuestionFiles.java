package gradus.command;

import gradus.bank.FunctionFiles;
import gradus.exam.Exam;
import gradus.exam.ExamEntry;
import gradus.exam.ExamFile;
import gradus.expression.value.Value;
import gradus.question.DrawException;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the questions and exams of files, each file once, and caches recently requested variants. */
final class QuestionFiles {
    private static final int KEPT_FILES = 10_000;
    private static final int KEPT_TEXTS = 100;
    private static final int KEPT_VARIANTS = 100;

    private final RecentCache<Path, Content> files = new RecentCache<>(KEPT_FILES);
    private final RecentCache<String, Content> texts = new RecentCache<>(KEPT_TEXTS);
    private final RecentCache<VariantRequest, Variant> variants = new RecentCache<>(KEPT_VARIANTS);

    /**
     * A request for a variant.
     *
     * @param file the question's or exam's file; for an exam given as text, the place relative to which its questions
     *     are found
     * @param text the content to use in place of the file's; null to read the file
     * @param question the id of a question of the exam, whose {@code with} then applies; null for a question file
     * @param with parameters to fix
     */
    record VariantRequest(
            Path file, @Nullable String text, @Nullable String question, long seed, Map<String, Value> with) {}

    /** The content of a file: either an exam or a question. */
    private record Content(@Nullable Exam exam, @Nullable Question question) {}

    /**
     * Draws the variant.
     *
     * @throws Lines.BadInput where the file, the parameters or the draw are invalid
     */
    Variant variant(VariantRequest asked) {
        return variants.get(asked, this::drawn);
    }

    private Variant drawn(VariantRequest asked) {
        String text = asked.text();
        Content content = text == null
                ? files.get(asked.file(), QuestionFiles::read)
                : texts.get(text, yaml -> parsed(yaml, "text"));
        Map<String, Value> fixed = new LinkedHashMap<>();
        Question question = content.question();
        if (content.exam() != null) {
            ExamEntry entry = entry(content.exam(), asked);
            fixed.putAll(entry.with());
            question = question(asked.file(), entry.question());
        } else if (asked.question() != null) {
            throw new Lines.BadInput("command.not-an-exam", asked.file());
        }
        fixed.putAll(asked.with());
        if (question == null) {
            throw new Lines.BadInput("command.no-question-file", asked.file());
        }
        try {
            return Variant.draw(question, asked.seed(), fixed);
        } catch (DrawException nothing) {
            throw new Lines.BadInput("command.bad-file", nothing.problem());
        }
    }

    private static ExamEntry entry(Exam exam, VariantRequest asked) {
        String id = asked.question();
        if (id == null) {
            throw new Lines.BadInput("command.which-question", asked.file());
        }
        return exam.entry(id).orElseThrow(() -> new Lines.BadInput("command.no-entry", asked.file(), id));
    }

    private @Nullable Question question(Path exam, String id) {
        Path file = ExamQuestions.find(exam, id);
        if (file == null) {
            throw new Lines.BadInput("command.no-question-file", id);
        }
        return files.get(file, QuestionFiles::read).question();
    }

    private static Content read(Path path) {
        try {
            return parsed(FunctionFiles.joined(path, Files.readString(path)), path.toString());
        } catch (IOException unreadable) {
            throw new Lines.BadInput("command.no-file", path.toString());
        }
    }

    private static Content parsed(String yaml, String name) {
        try {
            return ExamFile.isExam(yaml)
                    ? new Content(ExamFile.read(yaml, name), null)
                    : new Content(null, QuestionFile.read(yaml, name));
        } catch (QuestionException broken) {
            throw new Lines.BadInput(
                    "command.bad-file",
                    broken.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
    }
}
