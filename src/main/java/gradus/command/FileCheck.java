package gradus.command;

import gradus.exam.Exam;
import gradus.exam.ExamEntry;
import gradus.exam.ExamFile;
import gradus.grading.QuestionCheck;
import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.Problems;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.QuestionFile;
import gradus.question.YamlTree;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Checks files one after the other; exams find their questions among them, or in the folder {@code questions} beside. */
final class FileCheck {
    private final int variants;
    private final List<Path> files = new ArrayList<>();
    private final Map<String, Path> questions = new HashMap<>();

    /** What was found in a file. */
    record Checked(List<Problem> problems, List<Drawn> drawn) {}

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
            if (ExamFile.isExam(yaml)) {
                return exam(ExamFile.read(yaml, file), path, yaml);
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

    /** Every question of the exam with its parameters fixed; what is wrong with it otherwise is said of its own file. */
    private Checked exam(Exam exam, Path path, String yaml) {
        Problems problems = new Problems(path.toString(), yaml);
        List<Drawn> drawn = new ArrayList<>();
        List<Node> places = entries(yaml, problems);
        for (int i = 0; i < exam.questions().size(); i++) {
            ExamEntry entry = exam.questions().get(i);
            Path file = questions.getOrDefault(entry.question(), ExamQuestions.find(path, entry.question()));
            if (file == null) {
                problems.add(places.get(i), Message.of("command.no-question-file", entry.question()));
            } else if (!entry.with().isEmpty()) {
                drawn.addAll(fixed(exam, entry, file, places.get(i), problems));
            }
        }
        return new Checked(problems.all(), drawn);
    }

    private List<Drawn> fixed(Exam exam, ExamEntry entry, Path file, Node place, Problems problems) {
        try {
            Question question = QuestionFile.read(Files.readString(file), file.toString());
            QuestionCheck.Report report = QuestionCheck.of(question, entry.with(), variants);
            report.problems()
                    .forEach(problem -> problems.add(
                            place, Message.of("command.check-entry", entry.question(), problem.message())));
            return List.of(new Drawn(exam.id() + ": " + entry.question(), report));
        } catch (QuestionException broken) {
            problems.add(place, Message.of("command.check-entry-broken", file));
        } catch (IOException unreadable) {
            problems.add(place, Message.of("command.check-no-path", file));
        }
        return List.of();
    }

    /** Where the entries of an exam stand in its file. */
    private static List<Node> entries(String yaml, Problems problems) {
        if (YamlTree.read(yaml, problems) instanceof MappingNode map) {
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

    private static Checked problem(String file, Message message) {
        return new Checked(List.of(new Problem(file, 1, 1, message)), List.of());
    }
}
