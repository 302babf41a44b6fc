package gradus.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.json.Json;
import gradus.message.Message;
import java.util.List;
import java.util.Locale;

/**
 * What became of each question of a file, in its order.
 *
 * @param notes what holds for all of them
 */
public record ExchangeReport(List<Item> items, List<Message> notes) {
    /**
     * What became of one question on its way in or out.
     *
     * @param name what its file calls it
     * @param kind what the other program calls its kind, such as {@code numerical}
     * @param id its id in the bank; empty where it was left out
     * @param lost what could not be carried over
     */
    public record Item(String name, String kind, String id, Outcome outcome, List<Message> lost) {
        /** How much of a question was carried over. */
        public enum Outcome {
            CARRIED,
            PARTLY,
            LEFT_OUT;

            /** The key of its words. */
            public Message words() {
                return Message.of(
                        "exchange.outcome-" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }

        public Item {
            lost = List.copyOf(lost);
        }

        static Item of(String name, String kind, String id, Losses losses) {
            Outcome outcome =
                    losses.isLeftOut() ? Outcome.LEFT_OUT : losses.all().isEmpty() ? Outcome.CARRIED : Outcome.PARTLY;
            return new Item(name, kind, losses.isLeftOut() ? "" : id, outcome, losses.all());
        }
    }

    public ExchangeReport {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /** Whether every question was carried over whole. */
    public boolean isComplete() {
        return items.stream().allMatch(item -> item.outcome() == Item.Outcome.CARRIED);
    }

    public long count(Item.Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }

    /** The numbers of questions carried whole, in part and not at all, in one sentence. */
    public Message summary() {
        return Message.of(
                "exchange.summary",
                items.size(),
                count(Item.Outcome.CARRIED),
                count(Item.Outcome.PARTLY),
                count(Item.Outcome.LEFT_OUT));
    }

    /** The report as text, a line a question and an indented line a loss. */
    public String text(Locale language) {
        StringBuilder text = new StringBuilder();
        for (Item item : items) {
            text.append(item.name()).append(" (").append(item.kind()).append("): ");
            text.append(item.outcome().words().in(language)).append('\n');
            item.lost()
                    .forEach(lost ->
                            text.append("  - ").append(lost.in(language)).append('\n'));
        }
        notes.forEach(note -> text.append(note.in(language)).append('\n'));
        return text.append(summary().in(language)).append('\n').toString();
    }

    /** {@code {"items": [{"name", "kind", "id", "outcome", "lost": […]}], "notes": […]}}. */
    public ObjectNode json(Locale language) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("items");
        for (Item item : items) {
            ObjectNode one = list.addObject();
            one.put("name", item.name()).put("kind", item.kind()).put("id", item.id());
            one.put("outcome", item.outcome().name().toLowerCase(Locale.ROOT));
            ArrayNode lost = one.putArray("lost");
            item.lost().forEach(message -> lost.add(message.in(language)));
        }
        ArrayNode said = json.putArray("notes");
        notes.forEach(note -> said.add(note.in(language)));
        return json;
    }
}
