package gradus.rubric;

import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Text;
import gradus.web.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** A rubric as a form shows it and sends it back. */
public record RubricEdit(boolean fromFull, String floor, String cap, List<Line> lines) {
    private static final int EMPTY_LINES = 3;
    private static final int MOST_ITEMS = 30;
    private static final int LONGEST = 500;

    /**
     * A statement in the form.
     *
     * @param id empty for a new one
     */
    public record Line(String id, String points, String say) {
        boolean isEmpty() {
            return say.isBlank();
        }
    }

    static RubricEdit of(Rubric rubric, Locale language) {
        List<Line> lines = new ArrayList<>();
        for (Rubric.Item item : rubric.items()) {
            lines.add(new Line(item.id(), plain(item.points()), said(item, language)));
        }
        return new RubricEdit(rubric.fromFull(), plain(rubric.floor()), plain(rubric.cap()), lines);
    }

    /** The words in a single line, as a field of several lines may send them back broken where a file has them whole. */
    private static String said(Rubric.Item item, Locale language) {
        return oneLine(item.say().in(language));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String plain(BigFraction points) {
        return Decimals.rounded(points, 6).stripTrailingZeros().toPlainString();
    }

    /** With empty lines to write in. */
    RubricEdit withRoom() {
        List<Line> more = new ArrayList<>(lines);
        for (int i = 0; i < EMPTY_LINES; i++) {
            more.add(new Line("", "", ""));
        }
        return new RubricEdit(fromFull, floor, cap, more);
    }

    /** The lines that a form sent, field by field; empty ones are left out. */
    static List<Line> lines(List<String> ids, List<String> points, List<String> says) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(ids.size(), Math.min(points.size(), says.size())); i++) {
            Line line = new Line(ids.get(i), points.get(i).strip(), oneLine(says.get(i)));
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The rubric that it says; where it says none, the form holds the reasons. A number that reads as before is as before. */
    Rubric rubric(Rubric before, Form form, Locale language) {
        form.require(lines.size() <= MOST_ITEMS, "items", Message.of("rubric.edit-too-many", MOST_ITEMS));
        BigFraction least = number(floor, before.floor(), form, "floor");
        BigFraction most = number(cap, before.cap(), form, "cap");
        form.require(
                least.signum() >= 0 && least.compareTo(most) <= 0 && most.compareTo(before.worth()) <= 0,
                "cap",
                Message.of("rubric.edit-bounds", Decimals.text(before.worth())));
        Set<String> taken = new HashSet<>();
        lines.forEach(line -> taken.add(line.id()));
        before.items().forEach(item -> taken.add(item.id()));
        List<Rubric.Item> items = new ArrayList<>();
        for (Line line : lines) {
            Rubric.Item old = before.items().stream()
                    .filter(item -> item.id().equals(line.id()))
                    .findFirst()
                    .orElse(null);
            form.require(line.say().length() <= LONGEST, "items", Message.of("account.too-long", LONGEST));
            form.require(
                    old != null && said(old, language).equals(line.say())
                            || !line.say().contains("{{"),
                    "items",
                    Message.of("rubric.edit-braces"));
            items.add(new Rubric.Item(
                    old == null ? unused(taken) : old.id(),
                    number(line.points(), old == null ? null : old.points(), form, "items"),
                    old != null && said(old, language).equals(line.say()) ? old.say() : Text.of(line.say())));
        }
        return new Rubric(fromFull, before.worth(), least, most, items);
    }

    private static String unused(Set<String> taken) {
        int number = 1;
        while (!taken.add("s" + number)) {
            number++;
        }
        return "s" + number;
    }

    private static BigFraction number(String text, @Nullable BigFraction before, Form form, String field) {
        if (before != null && plain(before).equals(text.strip())) {
            return before;
        }
        try {
            BigDecimal typed = new BigDecimal(text.strip());
            if (Math.abs(typed.scale()) <= 6 && typed.precision() <= 12) {
                return Decimals.exactly(typed);
            }
        } catch (NumberFormatException noNumber) {
            // reported below
        }
        form.require(false, field, Message.of("rubric.edit-number", text.strip()));
        return BigFraction.ZERO;
    }
}
