package gradus.command;

import gradus.grading.QuestionCheck;
import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.QuestionFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks files one after the other: questions first, so that exams know them. */
final class FileCheck {
    private final int variants;
    private final List<Path> files = new ArrayList<>();

    /** What was found in a file. */
    record Checked(List<Problem> problems, List<Drawn> drawn) {}

    /** How the variants of a question, in an exam with parameters fixed, were drawn. */
    record Drawn(String name, QuestionCheck.Report report) {}

    FileCheck(int variants) {
        this.variants = variants;
    }

    void addAll(List<Path> more) {
        more.stream().filter(file -> !files.contains(file)).forEach(files::add);
    }

    List<Checked> run() {
        return files.stream().map(this::check).toList();
    }

    private Checked check(Path path) {
        String file = path.toString();
        try {
            String yaml = Files.readString(path);
            if (QuestionFile.isQuestion(yaml)) {
                return question(QuestionFile.read(yaml, file));
            }
            return problem(file, Message.of("command.check-nothing", file));
        } catch (QuestionException broken) {
            return new Checked(broken.problems(), List.of());
        } catch (CharacterCodingException notText) {
            return problem(file, Message.of("command.check-not-utf8"));
        } catch (IOException unreadable) {
            return problem(file, Message.of("command.check-no-path", file));
        }
    }

    private Checked question(Question question) {
        QuestionCheck.Report report = QuestionCheck.of(question, Map.of(), variants);
        return new Checked(report.problems(), List.of(new Drawn(question.id(), report)));
    }

    private static Checked problem(String file, Message message) {
        return new Checked(List.of(new Problem(file, 1, 1, message)), List.of());
    }
}
