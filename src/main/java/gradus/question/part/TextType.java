package gradus.question.part;

import static gradus.question.format.Field.optional;
import static gradus.question.format.Field.required;
import static gradus.question.format.Formats.listOf;
import static gradus.question.format.Formats.number;
import static gradus.question.format.Formats.object;

import gradus.expression.Expression;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.TextValue;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Control;
import gradus.question.Criterion;
import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.Reading;
import gradus.question.Text;
import gradus.question.Variant;
import gradus.question.format.Field;
import gradus.question.format.Fields;
import gradus.question.format.Problems;
import gradus.question.format.TextSource;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A text that a person grades by a rubric.
 *
 * @param modelAnswer what a person holds it against
 */
record TextType(List<Criterion> rubric, @Nullable Text modelAnswer) implements PartType {
    private static final int MAX_LENGTH = 100_000;

    private static final Field<String> CRITERION_ID = optional("id", PartFields.LABEL, "Name; r1, r2, … if left out");
    private static final Field<BigDecimal> CRITERION_POINTS = required("points", number(-1e6, 1e6), "What it earns");
    private static final Field<List<Fields>> RUBRIC = optional(
            "rubric",
            listOf(object(
                    Message.of("question.expected-criterion"),
                    List.of(CRITERION_ID, CRITERION_POINTS, PartFields.SAY))),
            "Scored statements that a person ticks");
    private static final Field<TextSource> ANSWER = optional("answer", TextSource.format(), "The model answer");

    static final PartDeclaration DECLARATION =
            new PartDeclaration("text", false, List.of(RUBRIC, ANSWER), (fields, surroundings) -> {
                TextSource answer = fields.get(ANSWER);
                TextType type =
                        new TextType(rubric(fields, surroundings.problems()), answer == null ? null : answer.text());
                type.checkPoints(fields, surroundings.problems());
                return type;
            });

    TextType {
        rubric = List.copyOf(rubric);
    }

    private static List<Criterion> rubric(Fields fields, Problems problems) {
        Map<String, Criterion> rubric = new LinkedHashMap<>();
        for (Fields criterion : fields.get(RUBRIC, List.<Fields>of())) {
            String name = criterion.get(CRITERION_ID, "r" + (rubric.size() + 1));
            TextSource say = criterion.get(PartFields.SAY);
            BigDecimal points = criterion.get(CRITERION_POINTS);
            if (rubric.containsKey(name)) {
                problems.add(criterion.place(CRITERION_ID), Message.of("question.name-twice", name));
            } else if (say != null && points != null) {
                rubric.put(name, new Criterion(name, Decimals.exactly(points), say.text()));
            }
        }
        return List.copyOf(rubric.values());
    }

    private void checkPoints(Fields fields, Problems problems) {
        BigDecimal points = fields.get(PartFields.POINTS);
        BigFraction most = most();
        boolean work = fields.get(PartFields.WORK, false);
        if (!work && points != null && most.signum() > 0 && most.compareTo(Decimals.exactly(points)) < 0) {
            problems.add(
                    fields.place(RUBRIC),
                    Message.of("question.rubric-too-small", Decimals.text(most), points.toPlainString()));
        }
    }

    /** What all statements that earn something earn together. */
    private BigFraction most() {
        return rubric.stream()
                .map(Criterion::points)
                .filter(points -> points.signum() > 0)
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    @Override
    public String name() {
        return DECLARATION.name();
    }

    @Override
    public BigFraction defaultPoints() {
        return most().signum() > 0 ? most() : BigFraction.ONE;
    }

    @Override
    public boolean hasKey() {
        return false;
    }

    @Override
    public Control control() {
        return Control.AREA;
    }

    @Override
    public boolean isReadBack() {
        return false;
    }

    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.response(response, MAX_LENGTH, text -> new Answer.Plain(new TextValue(text)));
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        throw new ExpressionException(0, Message.of("grading.text-has-no-key"));
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        return Comparison.unsure(Message.of("grading.text-has-no-key"));
    }

    @Override
    public String print(Answer answer, Part part) {
        return ((TextValue) ((Answer.Plain) answer).value()).text();
    }

    @Override
    public String display(Answer answer, Part part) {
        return print(answer, part);
    }
}
