package gradus.exam;

import static gradus.question.format.Field.required;
import static gradus.question.format.Formats.listOf;
import static gradus.question.format.Formats.object;

import gradus.message.Message;
import gradus.question.QuestionException;
import gradus.question.format.Field;
import gradus.question.format.Fields;
import gradus.question.format.Formats;
import gradus.question.format.Problems;
import gradus.question.format.Source;
import gradus.question.format.TextSource;
import gradus.question.format.YamlTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads exam files. */
public final class ExamFile {
    private static final String ENDING = ".yaml";

    private static final Field<String> ID = required("id", EntryFields.SLUG, "The name of the file without .yaml");
    private static final Field<TextSource> TITLE = required("title", TextSource.format(), "Title");
    private static final Field<Policy> POLICY = required("policy", PolicyFields.format(), "How it is sat");
    private static final Field<List<Fields>> QUESTIONS =
            required("questions", listOf(EntryFields.format(), 1, 500), "What it asks");
    private static final List<Field<?>> FIELDS = List.of(ID, TITLE, POLICY, QUESTIONS);

    private ExamFile() {}

    /** JSON Schema 2020-12 of exam files, made from the fields that the reader knows. */
    public static Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "An exam of Gradus");
        schema.putAll(Formats.schema(FIELDS));
        schema.put("$defs", Map.of("expression", Source.schema(), "text", TextSource.schema()));
        return schema;
    }

    /** Whether a file means to be an exam: a map that has questions. */
    public static boolean isExam(String yaml) {
        return isExam(YamlTree.read(yaml, new Problems("", yaml)));
    }

    /** Whether what a file says means to be an exam. */
    public static boolean isExam(@Nullable Node root) {
        if (root instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(QUESTIONS.name())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The exam of a file.
     *
     * @param file its name, which is the exam's id and {@code .yaml}
     * @throws QuestionException where it is no exam, with everything that is wrong with it
     */
    public static Exam read(String yaml, String file) {
        Problems problems = new Problems(file, yaml);
        Node root = YamlTree.read(yaml, problems);
        Exam exam = root == null ? null : read(root, file, problems);
        problems.throwIfAny();
        if (exam == null) {
            throw new IllegalStateException("no exam and no problem in " + file);
        }
        return exam;
    }

    private static @Nullable Exam read(Node root, String file, Problems problems) {
        Fields fields = object(Message.of("exam.expected-exam"), FIELDS).read(root, problems);
        if (fields == null) {
            return null;
        }
        String id = fields.get(ID);
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (id != null && name.endsWith(ENDING) && !name.equals(id + ENDING)) {
            problems.add(fields.place(ID), Message.of("exam.id-not-file", id, name));
        }
        List<ExamEntry> entries =
                EntryFields.entries(fields.get(QUESTIONS, List.<Fields>of()), QUESTIONS.name(), problems);
        TextSource title = fields.get(TITLE);
        Policy policy = fields.get(POLICY);
        return !problems.isEmpty() || id == null || title == null || policy == null
                ? null
                : new Exam(id, title.text(), policy, entries);
    }
}
