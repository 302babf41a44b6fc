package gradus.question.file;

import gradus.expression.Expression;
import gradus.expression.equality.Symbols;
import gradus.expression.value.Names;
import gradus.message.Message;
import gradus.question.Accept;
import gradus.question.Mistake;
import gradus.question.Part;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.format.Fields;
import gradus.question.format.Formats;
import gradus.question.format.Problems;
import gradus.question.format.Source;
import gradus.question.format.TextSource;
import gradus.question.format.YamlTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Warnings about a valid question file: probable slips in texts, pictures, formulas, parameters and points. */
public final class QuestionFindings {
    private final Question question;
    private final Fields fields;
    private final Problems problems;

    private QuestionFindings(Question question, Fields fields, Problems problems) {
        this.question = question;
        this.fields = fields;
        this.problems = problems;
    }

    /**
     * The warnings, in the order of the file.
     *
     * @param yaml the text from which the question was read
     * @param file the file's name in problems
     * @param hasPicture whether a picture of this name exists next to the file
     */
    public static List<Problem> of(Question question, String yaml, String file, Predicate<String> hasPicture) {
        Problems problems = new Problems(file, CourseFunctions.question(yaml));
        Fields fields = fields(yaml, problems);
        if (fields != null) {
            new QuestionFindings(question, fields, problems).look(hasPicture);
        }
        return problems.all();
    }

    /** The texts for people in a file; none where it is no map of fields. */
    public static List<TextSource> texts(String yaml) {
        Fields fields = fields(yaml, new Problems("", CourseFunctions.question(yaml)));
        return fields == null ? List.of() : fields.texts();
    }

    private static @Nullable Fields fields(String yaml, Problems problems) {
        Node root = YamlTree.read(CourseFunctions.question(yaml), problems);
        return root == null
                ? null
                : Formats.object(Message.of("question.expected-question"), QuestionFields.ALL)
                        .read(ShortForms.writtenOut(root, problems), problems);
    }

    private void look(Predicate<String> hasPicture) {
        List<TextSource> texts = fields.texts();
        Set<String> languages = new LinkedHashSet<>();
        texts.forEach(text -> languages.addAll(text.languages()));
        for (TextSource text : texts) {
            text.findings(languages, hasPicture, problems);
        }
        unusedParameters();
        idleAliases();
        boolean worthless =
                question.points().signum() == 0 && question.parts().stream().anyMatch(part -> !part.work());
        if (worthless) {
            problems.add(fields.place(QuestionFields.PARTS), Message.of("question.no-points"));
        }
    }

    private void unusedParameters() {
        Set<String> used = used();
        fields.get(QuestionFields.PARAMS, List.<Formats.Named<Source>>of()).forEach(param -> {
            if (!used.contains(Names.fold(param.name()))) {
                problems.add(param.at(), Message.of("question.unused-parameter", param.name()));
            }
        });
    }

    /** A further name of what nobody can write, or of what is a symbol itself, is of no use to students. */
    private void idleAliases() {
        List<Part> formulas = question.parts().stream()
                .filter(part -> part.type().expectsFormula())
                .toList();
        List<Set<String>> words = new ArrayList<>();
        for (Part part : formulas) {
            Set<String> own = new HashSet<>(part.symbols().names());
            formulas.forEach(other -> own.add(Names.fold(other.id())));
            words.add(own);
        }
        fields.get(QuestionFields.ALIASES, List.<Formats.Named<String>>of()).forEach(alias -> {
            List<Set<String>> leading = words.stream()
                    .filter(own -> own.contains(Names.fold(alias.value())))
                    .toList();
            if (leading.isEmpty()) {
                problems.add(alias.at(), Message.of("question.alias-nowhere", alias.name(), alias.value()));
            } else if (leading.stream().allMatch(own -> own.contains(Names.fold(alias.name())))) {
                problems.add(alias.at(), Message.of("question.alias-hidden", alias.name(), alias.value()));
            }
        });
    }

    private Set<String> used() {
        Set<String> used = new HashSet<>(question.namesInTexts());
        question.params().values().forEach(expression -> used.addAll(expression.names()));
        question.require().forEach(expression -> used.addAll(expression.names()));
        question.let().values().forEach(expression -> used.addAll(expression.names()));
        question.conventions()
                .forEach(convention -> convention.expect().values().forEach(key -> used.addAll(key.names())));
        for (Part part : question.parts()) {
            add(part.expect(), used);
            part.accept().stream().map(Accept::expect).forEach(expression -> add(expression, used));
            part.mistakes().stream().map(Mistake::expect).forEach(expression -> add(expression, used));
            part.symbols().all().values().forEach(symbol -> {
                if (symbol instanceof Symbols.Dependent computed) {
                    add(computed.expression(), used);
                }
            });
        }
        return used;
    }

    private static void add(@Nullable Expression expression, Set<String> used) {
        if (expression != null) {
            used.addAll(expression.names());
        }
    }
}
