package gradus.rubric;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.attempt.QuestionInAttempt;
import gradus.json.Json;
import gradus.question.Part;
import gradus.question.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The statements by which a person scores a part, with their points in the exam.
 *
 * @param fromFull whether the points of ticked statements, then mostly below 0, come on top of full marks and not of 0
 * @param worth the points of the part in the exam
 * @param floor the least that it gives, at least 0
 * @param cap the most that it gives, at most {@code worth}
 * @param items empty where points are given directly
 */
public record Rubric(boolean fromFull, BigFraction worth, BigFraction floor, BigFraction cap, List<Item> items) {
    /** What a score says where none of its statements was ticked. */
    static final String NONE = "-";

    /** What a score says instead of ticked statements where its points were given directly. */
    static final String POINTS = "=";

    public Rubric {
        items = List.copyOf(items);
    }

    /** A statement and what it gives or, below 0, takes. */
    public record Item(String id, BigFraction points, Text say) {}

    /** As the question's file has it. */
    static Rubric of(QuestionInAttempt asked, Part part) {
        BigFraction worth = asked.points(part);
        BigFraction factor = part.points().signum() == 0 ? BigFraction.ZERO : worth.divide(part.points());
        return new Rubric(
                false,
                worth,
                BigFraction.ZERO,
                worth,
                part.rubric().stream()
                        .map(criterion ->
                                new Item(criterion.id(), criterion.points().multiply(factor), criterion.say()))
                        .toList());
    }

    /** For attempts in which the part is worth so much, as with another revision of the exam. */
    Rubric scaledTo(BigFraction other) {
        if (worth.equals(other) || worth.signum() == 0) {
            return this;
        }
        BigFraction factor = other.divide(worth);
        return new Rubric(
                fromFull,
                other,
                floor.multiply(factor),
                cap.multiply(factor),
                items.stream()
                        .map(item -> new Item(item.id(), item.points().multiply(factor), item.say()))
                        .toList());
    }

    /** What these ticked statements give. */
    BigFraction score(Collection<String> ticked) {
        BigFraction sum = items.stream()
                .filter(item -> ticked.contains(item.id()))
                .map(Item::points)
                .reduce(fromFull ? worth : BigFraction.ZERO, BigFraction::add);
        BigFraction least = sum.compareTo(floor) < 0 ? floor : sum;
        return least.compareTo(cap) > 0 ? cap : least;
    }

    /** Of the ids that a form sent those of statements, in the rubric's order. */
    List<String> known(Collection<String> sent) {
        return items.stream().map(Item::id).filter(sent::contains).toList();
    }

    /** The ids that a score was given by. */
    static List<String> ticked(@Nullable String stored) {
        return stored == null || stored.isEmpty() || stored.equals(POINTS) || stored.equals(NONE)
                ? List.of()
                : Arrays.asList(stored.split(",", -1));
    }

    String toJson() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Item item : items) {
            list.add(Map.of(
                    "id", item.id(),
                    "points", item.points().toString(),
                    "say", item.say().byLanguage()));
        }
        return Json.text(Map.of(
                "from_full", fromFull,
                "worth", worth.toString(),
                "floor", floor.toString(),
                "cap", cap.toString(),
                "items", list));
    }

    static Rubric stored(String json) {
        JsonNode node = Json.stored(json);
        List<Item> items = new ArrayList<>();
        for (JsonNode item : node.path("items")) {
            Map<String, String> say = new LinkedHashMap<>();
            item.path("say")
                    .properties()
                    .forEach(text -> say.put(text.getKey(), text.getValue().textValue()));
            items.add(new Item(item.path("id").textValue(), fraction(item.path("points")), new Text(say)));
        }
        return new Rubric(
                node.path("from_full").booleanValue(),
                fraction(node.path("worth")),
                fraction(node.path("floor")),
                fraction(node.path("cap")),
                items);
    }

    private static BigFraction fraction(JsonNode node) {
        return BigFraction.parse(node.textValue());
    }
}
