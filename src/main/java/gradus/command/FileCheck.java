package gradus.command;

import gradus.exam.Exam;
import gradus.exam.ExamEntry;
import gradus.exam.ExamFile;
import gradus.grading.QuestionCheck;
import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.file.QuestionFile;
import gradus.question.format.Problems;
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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Checks files one after the other; exams find their questions among them, or in the folder {@code questions} beside. */
final class FileCheck {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final int variants;
    private final List<Path> files = new ArrayList<>();
    private final Map<String, Path> questions = new HashMap<>();

    /** Told of what comes out, as it comes out. */
    interface Listener {
        void found(Problem problem);

        void drawn(Drawn drawn);
    }

    /** How the variants of a question, in an exam with parameters fixed, were drawn. */
    record Drawn(String name, QuestionCheck.Report report) {}

    FileCheck(int variants) {
        this.variants = variants;
    }

    void addAll(List<Path> more) {
        for (Path file : more) {
            if (!files.contains(file)) {
                files.add(file);
                questions.putIfAbsent(file.getFileName().toString().replaceFirst("\\.ya?ml$", ""), file);
            }
        }
    }

    /** Checks all files and returns how many there were. */
    int run(Listener listener) {
        files.forEach(file -> check(file, listener));
        return files.size();
    }

    private void check(Path path, Listener listener) {
        String file = path.toString();
        try {
            String yaml = Files.readString(path);
            Problems problems = new Problems(file, yaml);
            Node root = YamlTree.read(yaml, problems);
            if (root == null) {
                problems.all().forEach(listener::found);
            } else if (QuestionFile.isQuestion(root)) {
                question(QuestionFile.read(yaml, file), listener);
            } else if (ExamFile.isExam(root)) {
                exam(ExamFile.read(yaml, file), path, root, problems, listener);
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

    private void question(Question question, Listener listener) {
        QuestionCheck.Report report = QuestionCheck.of(question, Map.of(), variants, listener::found, guard());
        listener.drawn(new Drawn(question.id(), report));
    }

    /** The last guard on the time of one question, behind the bounds on its work. */
    private static BooleanSupplier guard() {
        long until = System.nanoTime() + LONGEST.toNanos();
        return () -> System.nanoTime() - until > 0;
    }

    /** Every question of the exam with its parameters fixed; what is wrong with it otherwise is said of its own file. */
    private void exam(Exam exam, Path path, Node root, Problems problems, Listener listener) {
        List<Node> places = entries(root);
        for (int i = 0; i < exam.questions().size(); i++) {
            ExamEntry entry = exam.questions().get(i);
            Node place = places.get(i);
            Path file = questions.getOrDefault(entry.question(), ExamQuestions.find(path, entry.question()));
            if (file == null) {
                listener.found(problems.at(place, Message.of("command.no-question-file", entry.question())));
            } else if (!entry.with().isEmpty()) {
                fixed(exam, entry, file, message -> listener.found(problems.at(place, message)), listener);
            }
        }
    }

    private void fixed(Exam exam, ExamEntry entry, Path file, Consumer<Message> tell, Listener listener) {
        try {
            Question question = QuestionFile.read(Files.readString(file), file.toString());
            QuestionCheck.Report report = QuestionCheck.of(
                    question,
                    entry.with(),
                    variants,
                    problem -> tell.accept(Message.of("command.check-entry", entry.question(), problem.message())),
                    guard());
            listener.drawn(new Drawn(exam.id() + ": " + entry.question(), report));
        } catch (QuestionException broken) {
            tell.accept(Message.of("command.check-entry-broken", file));
        } catch (IOException unreadable) {
            tell.accept(Message.of("command.check-no-path", file));
        }
    }

    /** Where the entries of an exam stand in its file. */
    private static List<Node> entries(Node root) {
        if (root instanceof MappingNode map) {
            for (NodeTuple field : map.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals("questions")
                        && field.getValueNode() instanceof SequenceNode list) {
                    return list.getValue();
                }
            }
        }
        return List.of();
    }
}
