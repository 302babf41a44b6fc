package gradus.attempt.sitting;

import gradus.attempt.MarkView;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.ReadingView;
import gradus.exam.PointsText;
import gradus.expression.read.Vocabulary;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Option;
import gradus.question.Part;
import gradus.question.Text;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part as its field shows it in a running attempt. It has no place for a key.
 *
 * @param control the template of the field, in {@code attempt/field/}
 * @param kind how the page's script reads the field
 * @param after the number of the response that stands in it; 0 for none
 * @param points empty where it is not scored
 * @param mark what the last check found; null where nothing was checked since
 */
public record FieldView(
        String part,
        String type,
        String control,
        String kind,
        int position,
        int variant,
        long after,
        boolean work,
        SafeHtml label,
        String points,
        SafeHtml help,
        String text,
        boolean locked,
        boolean readable,
        ReadingView reading,
        List<OptionView> options,
        List<SafeHtml> columns,
        List<RowView> grid,
        int rowCount,
        int columnCount,
        boolean fixedSize,
        @Nullable MarkView mark) {
    private static final Set<String> NOT_READ_BACK = Set.of("choice", "choices", "grid", "text");
    private static final int USUAL_SIZE = 3;

    /** One of the things to choose from. */
    public record OptionView(String id, SafeHtml text, boolean chosen) {}

    /** A row of a table of choices. */
    public record RowView(SafeHtml label, String plainLabel, List<CellView> cells) {}

    /** A cell of a table of choices. */
    public record CellView(String plainColumn, List<OptionView> options) {}

    static FieldView of(QuestionInAttempt asked, Part part, boolean locked, @Nullable MarkView mark, Locale language) {
        String type = part.type().name();
        String text = asked.text(part);
        int[] size = size(asked, part);
        return new FieldView(
                part.id(),
                type,
                control(type),
                List.of("choice", "choices", "grid").contains(type) ? type : "text",
                asked.row().position(),
                asked.row().variant(),
                asked.seq(part),
                part.work(),
                Markdown.inline(asked.label(part, language)),
                part.work() ? "" : PointsText.text(asked.points(part)),
                Markdown.inline(help(asked, part).in(language)),
                text,
                locked,
                !NOT_READ_BACK.contains(type),
                ReadingView.of(asked.variant(), part, text, language),
                options(part, Arrays.asList(text.strip().split("\\s*,\\s*", -1)), language),
                part.columns().stream()
                        .map(column -> Markdown.inline(column.in(language)))
                        .toList(),
                grid(part, text, language),
                size[0],
                size[1],
                part.sizeShown(),
                mark);
    }

    private static String control(String type) {
        return switch (type) {
            case "matrix", "grid" -> type;
            case "choice", "choices" -> "choice";
            case "text" -> "area";
            default -> "line";
        };
    }

    private static Message help(QuestionInAttempt asked, Part part) {
        if (part.work()) {
            return Message.of("attempt.help-work");
        }
        return switch (part.type().name()) {
            case "formula" -> formulaHelp(asked, part);
            case "integer", "number", "matrix", "shape", "choice", "choices", "grid", "text" ->
                Message.of("attempt.help-" + part.type().name());
            default -> Message.of("attempt.help-text");
        };
    }

    /** Which symbols and functions a formula may name, with an example that has nothing to do with the answer. */
    private static Message formulaHelp(QuestionInAttempt asked, Part part) {
        List<String> symbols = new ArrayList<>(part.symbols().names());
        for (Part earlier : asked.question().parts()) {
            if (earlier.id().equals(part.id())) {
                break;
            }
            if (earlier.type().expectsFormula() && !symbols.contains(earlier.id())) {
                symbols.add(earlier.id());
            }
        }
        String listed = symbols.isEmpty() ? "–" : "`" + String.join("`, `", symbols) + "`";
        String first = symbols.isEmpty() ? "3" : symbols.get(0);
        String example = "`2*" + first + " - 1`";
        return part.allow().isEmpty()
                ? Message.of("attempt.help-formula", listed, example)
                : Message.of("attempt.help-formula-allow", listed, functions(part), example);
    }

    /** The functions that a formula may name; comparisons are shown by their signs. */
    private static String functions(Part part) {
        return part.allow().stream()
                .map(name -> name.equals(Vocabulary.COMPARISONS) ? "`<`, `>`" : "`" + name + "`")
                .collect(Collectors.joining(", "));
    }

    private static List<OptionView> options(Part part, List<String> chosen, Locale language) {
        return part.options().stream()
                .map(option -> view(option, chosen.contains(option.id()), language))
                .toList();
    }

    private static OptionView view(Option option, boolean chosen, Locale language) {
        return new OptionView(option.id(), Markdown.inline(option.say().in(language)), chosen);
    }

    private static List<RowView> grid(Part part, String text, Locale language) {
        List<List<String>> chosen = cells(text);
        List<RowView> rows = new ArrayList<>();
        for (int i = 0; i < part.rows().size(); i++) {
            List<CellView> cells = new ArrayList<>();
            for (int j = 0; j < part.columns().size(); j++) {
                String here = i < chosen.size() && j < chosen.get(i).size()
                        ? chosen.get(i).get(j)
                        : "";
                cells.add(new CellView(part.columns().get(j).in(language), options(part, List.of(here), language)));
            }
            Text label = part.rows().get(i);
            rows.add(new RowView(Markdown.inline(label.in(language)), label.in(language), cells));
        }
        return rows;
    }

    /** The cells of {@code [[a,b],[c,]]}. */
    static List<List<String>> cells(String text) {
        String inner = text.strip();
        if (!inner.startsWith("[[") || !inner.endsWith("]]")) {
            return List.of();
        }
        return Arrays.stream(inner.substring(2, inner.length() - 2).split("\\]\\s*,\\s*\\[", -1))
                .map(row -> Arrays.stream(row.split(",", -1)).map(String::strip).toList())
                .toList();
    }

    /** Rows and columns of an empty grid: the key's where the author shows its size, else a usual one. */
    private static int[] size(QuestionInAttempt asked, Part part) {
        if (part.sizeShown()
                && part.type().name().equals("matrix")
                && asked.variant().key(part) instanceof Answer.Plain key) {
            return new int[] {
                key.value().asTensor().rows(), key.value().asTensor().columns()
            };
        }
        return new int[] {USUAL_SIZE, USUAL_SIZE};
    }
}
