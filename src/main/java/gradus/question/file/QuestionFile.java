package gradus.question.file;

import gradus.expression.function.Library;
import gradus.expression.read.Engine;
import gradus.expression.value.Value;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.Variant;
import gradus.question.format.Fields;
import gradus.question.format.Formats;
import gradus.question.format.Problems;
import gradus.question.format.YamlTree;
import gradus.question.part.PartFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads question files: YAML 1.2 text in, a {@link Question} out. */
public final class QuestionFile {
    private static final String ENDING = ".yaml";

    private QuestionFile() {}

    /**
     * Reads a question; the functions of its course may stand behind it, see {@link CourseFunctions}.
     *
     * @param file the file's name; where it ends in {@code .yaml} the rest must be the question's id
     * @throws QuestionException where the text is not a valid question, with all of its problems
     */
    public static Question read(String yaml, String file) {
        String own = CourseFunctions.question(yaml);
        Problems problems = new Problems(file, own);
        Node root = YamlTree.read(own, problems);
        Question question = root == null
                ? null
                : read(ShortForms.writtenOut(root, problems), file, problems, CourseFunctions.library(yaml));
        return known(question, problems);
    }

    private static @Nullable Question read(Node root, String file, Problems problems, Library functions) {
        Fields fields = Formats.object(Message.of("question.expected-question"), QuestionFields.ALL)
                .read(root, problems);
        if (fields == null) {
            return null;
        }
        String name = file.substring(file.lastIndexOf('/') + 1);
        String id = fields.get(QuestionFields.ID);
        if (id != null && name.endsWith(ENDING) && !name.equals(id + ENDING)) {
            problems.add(fields.place(QuestionFields.ID), Message.of("question.id-not-file", id, name));
        }
        return new QuestionReader(fields, problems, functions).read();
    }

    /**
     * Reads a single part as the variant of a question of its own, for programs that grade part by part.
     *
     * @param part the part's map as YAML or JSON
     * @param let values that its expressions may name
     * @throws QuestionException where it is not a valid part
     */
    public static Variant readPart(String part, Map<String, Value> let) {
        Problems problems = new Problems("part", part);
        Node root = YamlTree.read(part, problems);
        Variant variant = root == null ? null : readPart(root, let, problems);
        return known(variant, problems);
    }

    private static @Nullable Variant readPart(Node root, Map<String, Value> let, Problems problems) {
        Fields fields = new QuestionFields.PartFormat().read(root, problems);
        if (fields == null) {
            return null;
        }
        Declarations names = new Declarations(problems, Engine.library());
        let.keySet().forEach(name -> names.declare(name, root));
        names.declarePart(fields.get(PartFields.ID, ""), root);
        Part read = new PartReader(fields, problems, names, List.of()).read();
        if (!problems.isEmpty()) {
            return null;
        }
        return Variant.ofComplete(Question.ofPart(read), new LinkedHashMap<>(let));
    }

    /** Whether a parsed file is meant to be a question: a map with a field {@code parts}. */
    public static boolean isQuestion(@Nullable Node root) {
        return root instanceof MappingNode map
                && map.getValue().stream()
                        .anyMatch(entry -> entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(QuestionFields.PARTS.name()));
    }

    /** JSON Schema 2020-12 of question files, made from the fields that the reader knows. */
    public static Map<String, Object> schema() {
        return QuestionFields.schema();
    }

    private static <T> T known(@Nullable T read, Problems problems) {
        problems.throwIfAny();
        if (read == null) {
            throw new IllegalStateException("nothing was read and there is no problem");
        }
        return read;
    }
}
