package gradus.question;

import gradus.expression.Expression;
import gradus.expression.equality.Symbols;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.message.Message;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * How a part is answered: its settings as its author made them, how its responses are read, compared and written, and
 * the control on the page. Types are declared in {@link gradus.question.part}; nothing else knows one by its name.
 */
public interface PartType {
    Symbols NO_SYMBOLS = Symbols.builder().build();

    /** The word in question files: {@code matrix}. */
    String name();

    /** How close a number must come. */
    default Tolerance tolerance() {
        return Tolerance.EXACT;
    }

    /** How the cells share the points. */
    default Credit credit() {
        return Credit.PER_CELL;
    }

    /** Whether a row is wrong where a column is due. */
    default boolean strictOrientation() {
        return false;
    }

    /** What a formula may be written in, without the ids of earlier formula parts. */
    default Symbols symbols() {
        return NO_SYMBOLS;
    }

    /** The words of which a student's answer must be made, beside these names; null where it is no expression. */
    default @Nullable Vocabulary vocabulary(Set<String> names) {
        return null;
    }

    /** What there is to choose from. */
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

    /** The statements that a person ticks. */
    default List<Criterion> rubric() {
        return List.of();
    }

    /** What a person holds an answer against. */
    default @Nullable Text modelAnswer() {
        return null;
    }

    /** What a part is worth whose author does not say. */
    default BigFraction usualPoints() {
        return BigFraction.ONE;
    }

    /** Whether its parts have keys; otherwise a person grades them. */
    default boolean hasKey() {
        return true;
    }

    /** Whether an expected answer is made of options' ids rather than of an expression. */
    default boolean expectsOptions() {
        return false;
    }

    /** Whether its expected answers are formulas in symbols. */
    default boolean expectsFormula() {
        return false;
    }

    /** Whether its answers are numbers, which JSON can hold as they are. */
    default boolean isNumeric() {
        return false;
    }

    /** Whether its cells are separate choices, so that a wrong one says nothing about the others. */
    default boolean cellsStandAlone() {
        return false;
    }

    Control control();

    /** Whether the page says what was read of a response. */
    default boolean isReadBack() {
        return true;
    }

    /** How to answer, without a word about what is right here. */
    default Message help(Part part, Variant variant) {
        return Message.of("attempt.help-" + name());
    }

    /** The response that a page without scripts sends; null where it sends none. */
    default @Nullable String typed(PlainForm form) {
        return form.values().isEmpty() ? null : form.values().get(0).replace("\r\n", "\n");
    }

    /** The ids of the options that an answer chose, row by row; one row where there is no table. */
    default List<List<String>> chosen(Answer answer) {
        return List.of();
    }

    /** The cells of an answer as short texts, row by row, a blank one empty; none where its answers are no tables. */
    default List<List<String>> cells(Answer answer) {
        return List.of();
    }

    /** Rows and columns where the author lets students see them; null otherwise. */
    default @Nullable Size shownSize(Part part, Variant variant) {
        return null;
    }

    /** Rows and columns of an answer's cells. */
    record Size(int rows, int columns) {}

    /**
     * Understands a response.
     *
     * @param response the text that a student typed, never altered
     */
    Reading read(String response, Part part, Variant variant);

    /**
     * What an expected answer of a part (its key, a mistake's, a further right one) comes to in a variant.
     *
     * @throws ExpressionException where it cannot be computed or is nothing that this type could have as an answer
     */
    Answer answer(Expression expect, Part part, Variant variant);

    /** Compares an answer with a key; both come from this type's {@link #read} and {@link #answer}. */
    Comparison compare(Answer given, Answer key, Part part);

    /** Why an answer cannot be the key of a part of this type, though it can be computed; null where it can. */
    default @Nullable Message unfit(Answer key, Part part) {
        return null;
    }

    /** An answer as a student would type it; reading it gives the answer back. */
    String print(Answer answer, Part part);

    /** An answer noticeably other than this one, as a student would type it; null where there can be none. */
    default @Nullable String changed(Answer answer, Part part) {
        return null;
    }

    /** An answer for people: Markdown with LaTeX, as exact as it is. */
    String display(Answer answer, Part part);

    /** A key, or what a mistake gives, for people: as {@link #display}, with no more digits than the tolerance can tell apart. */
    default String displayKey(Answer key, Part part) {
        return display(key, part);
    }

    /** What a reader should know of how an answer was read, besides what {@link #display} shows. */
    default List<Message> readingNotes(Answer answer) {
        return List.of();
    }
}
