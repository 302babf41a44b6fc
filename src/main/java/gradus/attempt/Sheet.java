package gradus.attempt;

import gradus.attempt.Answers.Typed;
import gradus.attempt.AskedQuestion.Place;
import gradus.question.Part;
import gradus.question.PlainForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
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
    private static final String DRAWN = "drawn.";
    private static final String SENT_BY = "sent-by";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** The sheet of a form that names its question by {@code position} and {@code variant}. */
    public static Sheet of(Function<String, List<String>> fields) {
        return new Sheet(Place.of(first(fields, "position"), first(fields, "variant")), fields);
    }

    /**
     * What was typed over the answers that the form was drawn with; nothing where its fields are as they were drawn, however
     * the answers have changed since, or where the page's script has sent them already.
     *
     * @param earlier the text of a response by its number
     */
    List<Typed> changes(QuestionInAttempt asked, LongFunction<String> earlier) {
        List<Typed> changes = new ArrayList<>();
        if ("script".equals(first(fields, SENT_BY))) {
            return changes;
        }
        for (Part part : asked.question().parts()) {
            String text = typed(part);
            if (text == null) {
                continue;
            }
            Long drawn = drawn(part);
            String before = drawn == null || drawn == asked.seq(part) ? asked.text(part) : earlier.apply(drawn);
            if (!text.equals(before)) {
                changes.add(new Typed(asked.key(part), text, drawn));
            }
        }
        return changes;
    }

    /** What stands in the fields of these parts, by their ids. */
    public Map<String, String> texts(List<Part> parts) {
        Map<String, String> texts = new HashMap<>();
        for (Part part : parts) {
            String text = typed(part);
            if (text != null) {
                texts.put(part.id(), text);
            }
        }
        return texts;
    }

    /** The number of the response that a field was drawn with; null where the form does not say. */
    private @Nullable Long drawn(Part part) {
        String number = first(fields, DRAWN + part.id());
        return number == null || !NUMBER.matcher(number).matches() ? null : Long.valueOf(number);
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
