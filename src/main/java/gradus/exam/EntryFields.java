package gradus.exam;

import static gradus.question.format.Field.optional;
import static gradus.question.format.Field.required;
import static gradus.question.format.Formats.integer;
import static gradus.question.format.Formats.listOf;
import static gradus.question.format.Formats.mapOf;
import static gradus.question.format.Formats.number;
import static gradus.question.format.Formats.object;
import static gradus.question.format.Formats.pattern;
import static gradus.question.format.Formats.string;

import gradus.exam.ExamEntry.Place;
import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Text;
import gradus.question.format.Field;
import gradus.question.format.Fields;
import gradus.question.format.Format;
import gradus.question.format.Formats.Named;
import gradus.question.format.Problems;
import gradus.question.format.Source;
import gradus.question.format.TextSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The items of an exam's list, each a question or some out of several, and how entries come of them. */
final class EntryFields {
    static final Format<String> SLUG =
            pattern(Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*"), Message.of("question.expected-slug"));

    private static final Field<String> QUESTION = optional("question", SLUG, "The id of a question of the course");
    private static final Field<Integer> CHOOSE = optional(
            "choose", integer(1, 100), "Instead of a question: how many of those in `of` each attempt is asked");
    private static final Field<List<String>> OF =
            optional("of", listOf(SLUG, 2, 200), "The ids of the questions to choose from, each worth the points");
    private static final Field<BigDecimal> POINTS =
            required("points", number(0, 1_000_000), "What the question is worth, spread over its parts");
    private static final Field<String> LABEL =
            optional("label", string(), "What the exam numbers it; its place if left out");
    private static final Field<List<Named<Source>>> WITH =
            optional("with", mapOf(Source.format()), "Parameters that are fixed rather than drawn");
    private static final Field<TextSource> SECTION = optional(
            "section", TextSource.format(), "The title of a section that begins here and lasts until the next one");

    private final Problems problems;
    private final List<ExamEntry> entries = new ArrayList<>();
    private int asked;
    private @Nullable Text section;

    private EntryFields(Problems problems) {
        this.problems = problems;
    }

    static Format<Fields> format() {
        return object(Message.of("exam.expected-entry"), List.of(QUESTION, CHOOSE, OF, POINTS, LABEL, WITH, SECTION));
    }

    /** The entries of these items. */
    static List<ExamEntry> entries(List<Fields> items, String list, Problems problems) {
        EntryFields reading = new EntryFields(problems);
        for (int i = 0; i < items.size(); i++) {
            reading.item(items.get(i), list, i);
        }
        return reading.entries;
    }

    private void item(Fields fields, String list, int item) {
        TextSource begun = fields.get(SECTION);
        section = begun == null ? section : begun.text();
        String question = fields.get(QUESTION);
        Integer choose = fields.get(CHOOSE);
        List<String> of = fields.get(OF);
        BigDecimal points = fields.get(POINTS);
        if (!fields.isComplete() || points == null) {
            return;
        }
        Map<String, Value> with = with(fields);
        if (question != null && choose == null && of == null) {
            asked++;
            entries.add(new ExamEntry(
                    question,
                    Decimals.exactly(points),
                    fields.get(LABEL, Integer.toString(asked)),
                    with,
                    new Place(List.of(list, item), section, null)));
        } else if (question != null || choose == null || of == null) {
            problems.add(fields.place(question == null ? POINTS : QUESTION), Message.of("exam.question-or-choice"));
        } else if (choose >= of.size() || !with.isEmpty()) {
            problems.add(
                    fields.place(CHOOSE),
                    Message.of(choose >= of.size() ? "exam.choice-of-all" : "exam.choice-with", choose, of.size()));
        } else {
            Pool pool = new Pool(item, labels(fields.get(LABEL), choose), of.size());
            for (int i = 0; i < of.size(); i++) {
                entries.add(new ExamEntry(
                        of.get(i),
                        Decimals.exactly(points),
                        pool.labels().get(0),
                        Map.of(),
                        new Place(List.of(list, item, OF.name(), i), section, pool)));
            }
        }
    }

    /** What those that are asked are numbered: 3-1, 3-2 where the choice is 3, or their places. */
    private List<String> labels(@Nullable String label, int count) {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            asked++;
            labels.add(label == null ? Integer.toString(asked) : count == 1 ? label : label + "-" + i);
        }
        return labels;
    }

    private Map<String, Value> with(Fields fields) {
        Map<String, Value> with = new LinkedHashMap<>();
        for (Named<Source> fixed : fields.get(WITH, List.<Named<Source>>of())) {
            Value value = value(fixed.value());
            if (value != null) {
                with.put(fixed.name(), value);
            }
        }
        return with;
    }

    private @Nullable Value value(Source source) {
        try {
            return Expression.parse(source.text(), Vocabulary.author(Set.of())).evaluate(Scope.EMPTY);
        } catch (ExpressionException broken) {
            source.report(broken.at(), broken.problem(), problems);
            return null;
        }
    }
}
