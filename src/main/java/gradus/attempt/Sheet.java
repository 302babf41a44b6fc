package gradus.attempt;

import gradus.attempt.Answers.Typed;
import gradus.attempt.AskedQuestion.Place;
import gradus.question.Part;
import gradus.question.PlainForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one question as a form sends them without scripts.
 *
 * @param place the question that the form shows
 * @param fields the values that the form has under a name; none where it has no such field
 */
public record Sheet(Place place, Function<String, List<String>> fields) {
    private static final String RESPONSE = "response.";
    private static final String CELL = "cell.";

    /** The sheet of a form that names its question by {@code position} and {@code variant}. */
    public static Sheet of(Function<String, List<String>> fields) {
        return new Sheet(Place.of(first(fields, "position"), first(fields, "variant")), fields);
    }

    /** What differs from what stands in the attempt. */
    List<Typed> changes(QuestionInAttempt asked) {
        List<Typed> changes = new ArrayList<>();
        for (Part part : asked.question().parts()) {
            String text = typed(part);
            if (text != null && !text.equals(asked.text(part))) {
                changes.add(new Typed(asked.key(part), text, null));
            }
        }
        return changes;
    }

    /** What the form says of a part; null where it has no field for it. */
    private @Nullable String typed(Part part) {
        return part.type().typed(new PlainForm() {
            @Override
            public List<String> values() {
                return fields.apply(RESPONSE + part.id());
            }

            @Override
            public String cell(int row, int column) {
                String cell = first(fields, CELL + part.id() + "." + row + "." + column);
                return cell == null ? "" : cell;
            }
        });
    }

    private static @Nullable String first(Function<String, List<String>> fields, String name) {
        List<String> values = fields.apply(name);
        return values.isEmpty() ? null : values.get(0);
    }
}
