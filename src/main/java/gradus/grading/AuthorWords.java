package gradus.grading;

import gradus.expression.value.ExpressionException;
import gradus.message.Words;
import gradus.question.Convention;
import gradus.question.FaultSetting;
import gradus.question.Mistake;
import gradus.question.Part;
import gradus.question.Text;
import gradus.question.Variant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An author's own words, named by where they stand in the question's revision, with the numbers of a variant.
 *
 * @param id the id of the mistake or convention; for a further right answer, its place in the part's list, counted from 1
 */
public record AuthorWords(Source source, String id, Variant variant, Text text) implements Words {
    /** Where in a question the words stand. */
    public enum Source {
        MISTAKE,
        FAULT,
        ACCEPT,
        CONVENTION
    }

    static AuthorWords of(Mistake mistake, Variant variant) {
        return new AuthorWords(Source.MISTAKE, mistake.id(), variant, mistake.say());
    }

    /** The note of a further right answer. */
    static AuthorWords note(Text note, Part part, Variant variant) {
        int place = 1;
        while (part.accept().get(place - 1).note() != note) {
            place++;
        }
        return new AuthorWords(Source.ACCEPT, Integer.toString(place), variant, note);
    }

    /** The words with this name; null if the question has none. */
    public static @Nullable AuthorWords find(Source source, String id, Part part, Variant variant) {
        Text text = switch (source) {
            case MISTAKE ->
                part.mistakes().stream()
                        .filter(mistake -> mistake.id().equals(id))
                        .map(Mistake::say)
                        .findFirst()
                        .orElse(null);
            case FAULT ->
                part.faults().stream()
                        .filter(setting -> setting.id().equals(id))
                        .findFirst()
                        .map(FaultSetting::say)
                        .orElse(null);
            case ACCEPT -> {
                int place = Integer.parseInt(id);
                yield place <= part.accept().size()
                        ? part.accept().get(place - 1).note()
                        : null;
            }
            case CONVENTION ->
                variant.question().conventions().stream()
                        .filter(convention -> convention.id().equals(id))
                        .findFirst()
                        .map(Convention::say)
                        .orElse(null);
        };
        return text == null ? null : new AuthorWords(source, id, variant, text);
    }

    /** The words in this language; unfilled if their expressions fail on this variant. */
    @Override
    public String in(Locale language) {
        try {
            return variant.fill(text, language);
        } catch (ExpressionException unfilled) {
            return text.in(language);
        }
    }
}
