package gradus.attempt.sitting;

import gradus.attempt.MarkView;
import gradus.attempt.PartKey;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.ReadingView;
import gradus.attempt.Response;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Control;
import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.PartType.Size;
import gradus.question.Reading;
import gradus.question.Text;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part as its field shows it in a running attempt. It has no place for a key.
 *
 * @param points empty where it is not scored
 * @param mark what the last check found; null where nothing was checked since
 */
public record FieldView(
        PartKey key,
        String type,
        Control control,
        boolean work,
        SafeHtml label,
        String points,
        SafeHtml help,
        ContentView content,
        ChoicesView choices,
        SizeView size,
        @Nullable MarkView mark) {
    /** Whether it is told of this field what was told of the one before. */
    boolean repeats(@Nullable FieldView before) {
        return before != null && help.markup().equals(before.help.markup());
    }

    private static final Size DEFAULT_SIZE = new Size(3, 3);

    /**
     * What stands in the field.
     *
     * @param after the number of the response that it is; 0 for none
     * @param disputed an answer of another window that this one overtook, until the student has decided; null for none
     * @param readable whether it is read back to the student
     * @param symbols the names that it may use and that no key of a keyboard types, each as it is shown
     */
    public record ContentView(
            String text,
            long after,
            @Nullable Response disputed,
            boolean locked,
            boolean readable,
            ReadingView reading,
            List<String> symbols) {}

    /** What there is to choose from, in a list or in a table. */
    public record ChoicesView(List<OptionView> options, List<SafeHtml> columns, List<RowView> rows) {}

    /** The size of an empty grid. */
    public record SizeView(int rows, int columns, boolean fixed) {}

    /** One of the things to choose from. */
    public record OptionView(String id, SafeHtml text, boolean chosen) {}

    /** A row of a table of choices. */
    public record RowView(SafeHtml label, String plainLabel, List<CellView> cells) {}

    /** A cell of a table of choices. */
    public record CellView(String plainColumn, List<OptionView> options) {}

    public static FieldView of(
            QuestionInAttempt asked, Part part, boolean locked, @Nullable MarkView mark, Locale language) {
        PartType type = part.type();
        Function<Text, String> filled = words -> asked.variant().fill(words, language);
        String text = asked.text(part);
        Size shown = type.shownSize(part, asked.variant());
        Size size = shown == null ? DEFAULT_SIZE : shown;
        return new FieldView(
                asked.key(part),
                type.name(),
                type.control(),
                part.work(),
                Markdown.inline(asked.label(part, language)),
                part.work() ? "" : Decimals.text(asked.points(part)),
                Markdown.inline((part.work() ? Message.of("attempt.help-work") : type.help(part, asked.variant()))
                        .in(language)),
                new ContentView(
                        text,
                        asked.seq(part),
                        asked.disputed(part),
                        locked,
                        type.isReadBack(),
                        ReadingView.of(asked.variant(), part, text, language),
                        KeyRow.of(part, asked.variant())),
                choices(type, chosen(asked, part), filled),
                new SizeView(size.rows(), size.columns(), shown != null),
                mark);
    }

    /** @param filled a text with the variant's values in it */
    private static ChoicesView choices(PartType type, List<List<String>> chosen, Function<Text, String> filled) {
        return new ChoicesView(
                options(type, chosen.isEmpty() ? List.of() : chosen.get(0), filled),
                type.columns().stream()
                        .map(column -> Markdown.inline(filled.apply(column)))
                        .toList(),
                grid(type, chosen, filled));
    }

    /** The ids of the options that were chosen, row by row. */
    private static List<List<String>> chosen(QuestionInAttempt asked, Part part) {
        Reading reading = part.type().read(asked.text(part), part, asked.variant());
        return reading instanceof Reading.Read read ? part.type().chosen(read.answer()) : List.of();
    }

    private static List<OptionView> options(PartType type, List<String> chosen, Function<Text, String> filled) {
        return type.options().stream()
                .map(option -> new OptionView(
                        option.id(), Markdown.inline(filled.apply(option.say())), chosen.contains(option.id())))
                .toList();
    }

    private static List<RowView> grid(PartType type, List<List<String>> chosen, Function<Text, String> filled) {
        List<RowView> rows = new ArrayList<>();
        for (int i = 0; i < type.rows().size(); i++) {
            List<CellView> cells = new ArrayList<>();
            for (int j = 0; j < type.columns().size(); j++) {
                List<String> here =
                        chosen.isEmpty() ? List.of() : List.of(chosen.get(i).get(j));
                cells.add(new CellView(filled.apply(type.columns().get(j)), options(type, here, filled)));
            }
            String label = filled.apply(type.rows().get(i));
            rows.add(new RowView(Markdown.inline(label), label, cells));
        }
        return rows;
    }
}
