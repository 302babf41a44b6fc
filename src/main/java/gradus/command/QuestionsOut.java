package gradus.command;

import gradus.bank.Bank;
import gradus.bank.BankFolder;
import gradus.bank.FunctionFiles;
import gradus.database.Database;
import gradus.exam.Exam;
import gradus.exam.ExamFile;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.exchange.QuestionExport;
import gradus.message.Message;
import gradus.question.DrawException;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The questions of an exam, or one question, that {@code export} writes for other programs: of a file, or of a course.
 *
 * @param seed that of the first variant of each question
 * @param variants how many of each
 */
record QuestionsOut(Locale language, long seed, int variants) {
    /** Those of an exam file, or a question file. */
    QuestionExport ofFile(Path file) throws IOException {
        String yaml = text(file);
        try {
            if (!ExamFile.isExam(yaml)) {
                return QuestionExport.of(
                        QuestionFile.read(yaml, name(file)), name -> picture(file, name), language, seed, variants);
            }
            Exam exam = ExamFile.read(yaml, name(file));
            List<Path> beside = new ArrayList<>(
                    List.of(file, file.resolveSibling("questions").resolve("any")));
            return QuestionExport.of(
                    exam,
                    id -> Optional.of(question(file, id)),
                    name -> beside.stream()
                            .flatMap(place -> picture(place, name).stream())
                            .findFirst(),
                    language,
                    seed,
                    variants);
        } catch (QuestionException broken) {
            throw new Lines.BadInput(
                    "command.bad-file",
                    broken.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        } catch (DrawException nothing) {
            throw new Lines.BadInput("command.bad-file", nothing.problem());
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String text(Path file) throws IOException {
        return FunctionFiles.joined(file, Files.readString(file));
    }

    private static Question question(Path exam, String id) {
        Path file = ExamQuestions.find(exam, id);
        if (file == null) {
            throw new Lines.BadInput("command.no-question-file", id);
        }
        try {
            return QuestionFile.read(text(file), name(file));
        } catch (IOException unreadable) {
            throw new Lines.BadInput("command.no-file", file.toString());
        }
    }

    private static Optional<byte[]> picture(Path beside, String name) {
        try {
            Path file = beside.resolveSibling(name);
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Work on what is exported. */
    interface Work {
        int on(QuestionExport export) throws IOException;
    }

    /** Those of an exam of a course, or of a question where no exam has this id; the reason where there is neither. */
    int ofCourse(Database database, String course, String id, GradusCommand root, Work work) throws IOException {
        try (Bank bank = new Bank(database, Clock.systemUTC(), List.of(BankFolder.shipped()))) {
            Optional<PublishedExam> exam = new Exams(database, bank, Clock.systemUTC()).find(course, id);
            if (exam.isPresent()) {
                return work.on(QuestionExport.of(
                        exam.get().exam(),
                        question -> question(bank, course, question),
                        name -> bank.picture(course, name),
                        language,
                        seed,
                        variants));
            }
            Optional<Question> question = question(bank, course, id);
            return question.isPresent()
                    ? work.on(QuestionExport.of(
                            question.get(), name -> bank.picture(course, name), language, seed, variants))
                    : root.refuse(Message.of("command.no-exam", id, course));
        }
    }

    private static Optional<Question> question(Bank bank, String course, String id) {
        return bank.current(course, id).map(current -> bank.question(course, current.revision()));
    }
}
