package gradus.question;

import gradus.expression.Expression;
import gradus.expression.value.ExpressionException;
import java.util.Set;

/** A kind of answerable field: how its responses are read, compared and written. One class a type, one line in {@link PartTypes}. */
public interface PartType {
    /** The word in question files: {@code matrix}. */
    String name();

    /** The names of the fields, of those in {@link PartFields}, that a part of this type takes besides those of every part. */
    Set<String> fields();

    /** How close an answer must come where the author says nothing. */
    default Tolerance usualTolerance() {
        return Tolerance.EXACT;
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

    /** An answer as a student would type it; reading it gives the answer back. */
    String print(Answer answer, Part part);

    /** An answer for people: Markdown with LaTeX. */
    String display(Answer answer, Part part);
}
