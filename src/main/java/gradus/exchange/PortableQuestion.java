package gradus.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A question on its way between programs, its texts Markdown with LaTeX.
 *
 * @param id what names it in its file, as far as the file has such names; may be empty
 * @param kind what the other program calls its kind
 * @param solution said after it was answered; may be empty
 * @param pictures those that its texts show, by name
 * @param losses what of it could not be carried over so far
 * @param byLanguage itself and the same question in further languages, by their codes; empty where it is in one language
 */
record PortableQuestion(
        String id,
        String name,
        String kind,
        String prompt,
        List<Field> fields,
        List<String> hints,
        String solution,
        List<String> tags,
        Map<String, byte[]> pictures,
        Losses losses,
        Map<String, PortableQuestion> byLanguage) {
    /**
     * One field of a question.
     *
     * @param label Markdown that stands before it; may be empty
     */
    record Field(String label, BigFraction points, Asked asked) {}

    PortableQuestion {
        fields = List.copyOf(fields);
        hints = List.copyOf(hints);
        tags = List.copyOf(tags);
        pictures = Map.copyOf(pictures);
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** A question in one language. */
    PortableQuestion(
            String id,
            String name,
            String kind,
            String prompt,
            List<Field> fields,
            List<String> hints,
            String solution,
            List<String> tags,
            Map<String, byte[]> pictures,
            Losses losses) {
        this(id, name, kind, prompt, fields, hints, solution, tags, pictures, losses, Map.of());
    }

    /** This question together with the same in further languages. */
    PortableQuestion in(Map<String, PortableQuestion> languages) {
        return new PortableQuestion(id, name, kind, prompt, fields, hints, solution, tags, pictures, losses, languages);
    }

    BigFraction points() {
        return fields.stream().map(Field::points).reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** This question with only some of its fields, numbered where it is one of several. */
    PortableQuestion only(String number, List<Field> some) {
        String id = number.isEmpty() ? this.id : this.id + "-part" + number;
        String name = number.isEmpty() ? this.name : this.name + " (" + number + ")";
        return new PortableQuestion(id, name, kind, prompt, some, hints, solution, tags, pictures, losses);
    }
}
