package gradus.question;

import gradus.expression.Expression;
import gradus.expression.equality.Symbols;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A way of answering a part: its author's settings, how responses are read, compared and printed, and the form control.
 * Types are declared in {@link gradus.question.part}; no other package refers to one by name.
 */
public interface PartType {
    Symbols NO_SYMBOLS = Symbols.builder().build();

    /** The type's name in question files, such as {@code matrix}. */
    String name();

    /** How close a number must come to its key. */
    default Tolerance tolerance() {
        return Tolerance.EXACT;
    }

    /** How the points are shared among the cells. */
    default Credit credit() {
        return Credit.PER_CELL;
    }

    /** Whether a row vector is wrong where a column vector is expected. */
    default boolean strictOrientation() {
        return false;
    }

    /** The symbols that a formula may contain, without the ids of earlier formula parts. */
    default Symbols symbols() {
        return NO_SYMBOLS;
    }

    /** The vocabulary of students' answers, including these names; null where answers are not expressions. */
    default @Nullable Vocabulary vocabulary(Set<String> names) {
        return null;
    }

    /** The options to choose from. */
    default List<Option> options() {
        return List.of();
    }

    /** Labels of the rows of a table of options. */
    default List<Text> rows() {
        return List.of();
    }

    /** Labels of the columns of a table of options. */
    default List<Text> columns() {
        return List.of();
    }

    /** The rubric's statements for a person to tick. */
    default List<Criterion> rubric() {
        return List.of();
    }

    /** The model answer shown to the person who grades. */
    default @Nullable Text modelAnswer() {
        return null;
    }

    /** The points of a part whose author sets none. */
    default BigFraction defaultPoints() {
        return BigFraction.ONE;
    }

    /** Whether its parts have keys; otherwise a person grades them. */
    default boolean hasKey() {
        return true;
    }

    /** Whether keys are given as option ids rather than as expressions. */
    default boolean expectsOptions() {
        return false;
    }

    /** Whether keys are formulas in symbols. */
    default boolean expectsFormula() {
        return false;
    }

    /** Whether answers are numeric and can be written as JSON numbers and lists. */
    default boolean isNumeric() {
        return false;
    }

    /** Whether its answers count something, so that they are whole numbers. */
    default boolean isCounted() {
        return false;
    }

    /** Whether cells are independent choices, so that a wrong cell says nothing about the others. */
    default boolean cellsStandAlone() {
        return false;
    }

    Control control();

    /** Whether the page shows how a response was read. */
    default boolean isReadBack() {
        return true;
    }

    /** Instructions for answering that give nothing about the key away. */
    default Message help(Part part, Variant variant) {
        return Message.of("attempt.help-" + name());
    }

    /** The response text assembled from a form sent without scripts; null where the form holds none. */
    default @Nullable String typed(PlainForm form) {
        return form.values().isEmpty() ? null : form.values().get(0).replace("\r\n", "\n");
    }

    /** The ids of the chosen options, row by row; a single row where the part is not a table. */
    default List<List<String>> chosen(Answer answer) {
        return List.of();
    }

    /** The cells of an answer as short texts, row by row, blank cells empty; no rows where answers are not tables. */
    default List<List<String>> cells(Answer answer) {
        return List.of();
    }

    /** How many cells of a table were left blank; 0 where answers are not tables. */
    default int blankCells(Answer answer) {
        return (int) cells(answer).stream()
                .flatMap(List::stream)
                .filter(String::isEmpty)
                .count();
    }

    /** The numbers of rows and columns where the author shows them to students; otherwise null. */
    default @Nullable Size shownSize(Part part, Variant variant) {
        return null;
    }

    /** The numbers of rows and columns of a table. */
    record Size(int rows, int columns) {}

    /**
     * Reads a response.
     *
     * @param response the text as the student typed it
     */
    Reading read(String response, Part part, Variant variant);

    /**
     * The value of an expected answer of a part (its key, a mistake's or a further right answer) on a variant.
     *
     * @throws ExpressionException where it cannot be computed or is not a possible answer of this type
     */
    Answer answer(Expression expect, Part part, Variant variant);

    /** Compares an answer with a key; both must come from this type's {@link #read} or {@link #answer}. */
    Comparison compare(Answer given, Answer key, Part part);

    /** Why a computable answer cannot serve as a key of this type; null where it can. */
    default @Nullable Message unfit(Answer key, Part part) {
        return null;
    }

    /** An answer as a student would type it; reading it gives the answer back. */
    String print(Answer answer, Part part);

    /** An answer that differs noticeably from this one, as a student would type it; null where none exists. */
    default @Nullable String changed(Answer answer, Part part) {
        return null;
    }

    /** An answer for people, as Markdown with LaTeX, in full precision. */
    String display(Answer answer, Part part);

    /**
     * A key or a mistake's answer for people, as {@link #display} but with no more digits than the tolerance
     * distinguishes.
     */
    default String displayKey(Answer key, Part part) {
        return display(key, part);
    }

    /** As {@link #displayKey}, with what the options say on a variant in place of their ids; of a table row by row. */
    default String told(Answer key, Part part, Variant variant, Locale language) {
        List<List<String>> chosen = options().isEmpty() ? List.of() : chosen(key);
        if (chosen.stream().allMatch(List::isEmpty)) {
            return displayKey(key, part);
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : chosen) {
            String head = rows().isEmpty() ? "" : variant.fill(rows().get(lines.size()), language) + ": ";
            lines.add(head + row.stream().map(id -> said(id, variant, language)).collect(Collectors.joining(", ")));
        }
        return String.join("; ", lines);
    }

    private String said(String id, Variant variant, Locale language) {
        return options().stream()
                .filter(option -> option.id().equals(id))
                .map(option -> variant.fill(option.say(), language))
                .findFirst()
                .orElse(id);
    }

    /** Remarks on how an answer was read, in addition to {@link #display}. */
    default List<Message> readingNotes(Answer answer) {
        return List.of();
    }
}
