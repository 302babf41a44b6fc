package gradus.command;

import gradus.bank.FunctionFiles;
import gradus.bank.UnreadFiles;
import gradus.exam.Exam;
import gradus.exam.ExamCheck;
import gradus.exam.ExamEntry;
import gradus.exam.ExamFile;
import gradus.expression.value.Value;
import gradus.grading.DerivedMistakes;
import gradus.grading.check.QuestionCheck;
import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.file.QuestionFile;
import gradus.question.file.QuestionFindings;
import gradus.question.format.Problems;
import gradus.question.format.YamlPlaces;
import gradus.question.format.YamlTree;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Checks files one after another. Exams find their questions in the folder {@code questions} next to them, as on a server; where
 * there is none, next to them or among these files.
 */
final class FileCheck {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final int variants;
    private final List<Path> files = new ArrayList<>();
    private final List<UnreadFiles.Unread> unread = new ArrayList<>();
    private final Map<String, Path> paths = new HashMap<>();
    private final Map<Path, Optional<Question>> questions = new HashMap<>();

    /** Receives findings as they are made. */
    interface Listener {
        void found(Problem problem);

        /** Told of what a server would not read, and nobody will miss. */
        void unread(Problem problem);

        void drawn(Drawn drawn);
    }

    /**
     * The report on the variants of a question, for an exam with that exam's fixed parameters.
     *
     * @param derived written mistakes that the grader finds by itself; nothing is wrong with them
     */
    record Drawn(String name, QuestionCheck.Report report, List<Problem> derived) {}

    FileCheck(int variants) {
        this.variants = variants;
    }

    /** Has what a server would not read of a folder told, too. */
    void addFolder(Path folder) {
        unread.addAll(UnreadFiles.in(folder));
    }

    void addAll(List<Path> more) {
        for (Path file : more) {
            if (!files.contains(file)) {
                files.add(file);
                paths.putIfAbsent(file.getFileName().toString().replaceFirst("\\.ya?ml$", ""), file);
            }
        }
    }

    /** Checks all files and returns their number. */
    int run(Listener listener) {
        for (UnreadFiles.Unread one : unread) {
            if (one.lost()) {
                listener.found(one.problem());
            } else {
                listener.unread(one.problem());
            }
        }
        files.forEach(file -> check(file, listener));
        return files.size();
    }

    private void check(Path path, Listener listener) {
        String file = path.toString();
        try {
            String yaml = Files.readString(path);
            if (FunctionFiles.isOne(path)) {
                FunctionFiles.problems(path, file).forEach(listener::found);
                return;
            }
            Problems problems = new Problems(file, yaml);
            Node root = YamlTree.read(yaml, problems);
            if (root == null) {
                problems.all().forEach(listener::found);
            } else if (QuestionFile.isQuestion(root)) {
                stands(!UnreadFiles.isBesideQuestions(path), file, listener);
                question(QuestionFile.read(FunctionFiles.joined(path, yaml), file), yaml, path, listener);
            } else if (ExamFile.isExam(root)) {
                stands(!UnreadFiles.isAmongQuestions(path), file, listener);
                exam(ExamFile.read(yaml, file), yaml, path, listener);
            } else {
                listener.found(new Problem(file, 1, 1, Message.of("command.check-nothing", file)));
            }
        } catch (QuestionException broken) {
            broken.problems().forEach(listener::found);
        } catch (CharacterCodingException notText) {
            listener.found(new Problem(file, 1, 1, Message.of("command.check-not-utf8")));
        } catch (IOException unreadable) {
            listener.found(new Problem(file, 1, 1, Message.of("command.check-no-path", file)));
        }
    }

    private static void stands(boolean rightly, String file, Listener listener) {
        if (!rightly) {
            listener.found(new Problem(file, 1, 1, Message.of("bank.ignored-folder")));
        }
    }

    private void question(Question question, String yaml, Path path, Listener listener) {
        QuestionFindings.of(question, yaml, path.toString(), name -> UnreadFiles.hasPicture(path, name))
                .forEach(listener::found);
        QuestionCheck.Report report = QuestionCheck.of(question, Map.of(), variants, listener::found, guard());
        listener.drawn(new Drawn(question.id(), report, DerivedMistakes.of(question)));
    }

    /** The time limit of one question, the last guard behind the bounds on its work. */
    private static BooleanSupplier guard() {
        long until = System.nanoTime() + LONGEST.toNanos();
        return () -> System.nanoTime() - until > 0;
    }

    /**
     * Checks an exam, and each of its questions with the parameters it fixes. Other problems of the questions are
     * reported for their own files.
     */
    private void exam(Exam exam, String yaml, Path path, Listener listener) {
        ExamCheck check = new ExamCheck(exam, yaml, path.toString(), id -> question(path, id), listener::found);
        check.canBeGiven();
        check.isMeant();
        check.isNotTold(examsBeside(path));
        YamlPlaces places = YamlPlaces.of(yaml, path.toString());
        for (int i = 0; i < exam.questions().size(); i++) {
            ExamEntry entry = exam.questions().get(i);
            Optional<Question> question = question(path, entry.question());
            if (question.isPresent() && isFixing(entry.with(), question.get())) {
                QuestionCheck.Report report = QuestionCheck.of(
                        question.get(),
                        entry.with(),
                        variants,
                        problem -> listener.found(places.problem(
                                Message.of("exam.entry", entry.question(), problem.message()), entry.path())),
                        guard());
                listener.drawn(new Drawn(exam.id() + ": " + entry.question(), report, List.of()));
            }
        }
    }

    /** Whether an entry fixes parameters and the question has all of them. */
    private static boolean isFixing(Map<String, Value> with, Question question) {
        return !with.isEmpty() && question.params().keySet().containsAll(with.keySet());
    }

    /** A question of an exam; empty where its file is missing or invalid. */
    private Optional<Question> question(Path exam, String id) {
        Path beside = ExamQuestions.find(exam, id);
        boolean elsewhere = (beside == null || beside.equals(exam)) && !UnreadFiles.isBesideQuestions(exam);
        Path file = elsewhere ? paths.get(id) : beside;
        return file == null ? Optional.empty() : questions.computeIfAbsent(file, FileCheck::read);
    }

    private static Optional<Question> read(Path file) {
        try {
            return Optional.of(QuestionFile.read(FunctionFiles.joined(file, Files.readString(file)), file.toString()));
        } catch (QuestionException | IOException broken) {
            return Optional.empty();
        }
    }

    /** The exams in the same folder. */
    private static List<Exam> examsBeside(Path exam) {
        try (Stream<Path> folder = Files.list(exam.toAbsolutePath().getParent())) {
            List<Exam> exams = new ArrayList<>();
            for (Path file : folder.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                try {
                    String yaml = Files.readString(file);
                    if (ExamFile.isExam(yaml)) {
                        exams.add(ExamFile.read(yaml, file.toString()));
                    }
                } catch (QuestionException | IOException broken) {
                    // reported for that file itself
                }
            }
            return exams;
        } catch (IOException gone) {
            return List.of();
        }
    }
}
