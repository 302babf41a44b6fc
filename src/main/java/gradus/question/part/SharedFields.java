package gradus.question.part;

import static gradus.question.format.Field.optional;
import static gradus.question.format.Field.required;
import static gradus.question.format.Formats.either;
import static gradus.question.format.Formats.integer;
import static gradus.question.format.Formats.listOf;
import static gradus.question.format.Formats.number;
import static gradus.question.format.Formats.object;
import static gradus.question.format.Formats.pattern;
import static gradus.question.format.Formats.word;

import gradus.message.Message;
import gradus.question.Credit;
import gradus.question.Option;
import gradus.question.Text;
import gradus.question.Tolerance;
import gradus.question.format.Field;
import gradus.question.format.Fields;
import gradus.question.format.Format;
import gradus.question.format.Formats;
import gradus.question.format.Problems;
import gradus.question.format.TextSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings that several types of parts have. */
final class SharedFields {
    private SharedFields() {}

    private static final Field<BigDecimal> ABSOLUTE =
            optional("absolute", number(0, Double.MAX_VALUE), "Distance that is forgiven");
    private static final Field<BigDecimal> RELATIVE =
            optional("relative", number(0, Double.MAX_VALUE), "Distance that is forgiven, as a fraction of the key");
    private static final Field<Integer> DECIMALS = optional("decimals", integer(0, 300), "Decimals that must agree");
    private static final Field<Integer> SIGNIFICANT =
            optional("significant", integer(0, 300), "Significant digits that must agree");

    static final Field<Tolerance> TOLERANCE = optional(
            "tolerance",
            either(word(Map.of("exact", Tolerance.EXACT)), toleranceMap()),
            "How far a number may lie from its key; relative 1e-3 and absolute 1e-9 × the largest magnitude if left out");
    static final Field<Credit> CREDIT = optional(
            "credit",
            word(Map.of("per-cell", Credit.PER_CELL, "all-or-nothing", Credit.ALL_OR_NOTHING)),
            "How the cells share the points; per-cell if left out");

    /** What a response names an option by. */
    private static final Format<String> OPTION_ID =
            pattern(Pattern.compile("(?!_$)[^\\s,;\\[\\]\"'\\\\]{1,40}"), Message.of("question.expected-option-id"));

    private static final Field<String> ITS_OPTION_ID = required("id", OPTION_ID, "What a response names it by");
    private static final Field<List<Object>> OFFERED = required(
            "options",
            listOf(
                    Formats.<Object>either(
                            OPTION_ID,
                            object(Message.of("question.expected-option"), List.of(ITS_OPTION_ID, PartFields.SAY))),
                    1,
                    50),
            "What is offered; an option is an id, or an id and what it says");

    /** What there is to choose from. */
    static final Field<?> OPTIONS = OFFERED;

    /** The options of a part; an id that stands twice is among the problems. */
    static List<Option> options(Fields fields, Problems problems) {
        List<Option> read = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object offered : fields.get(OFFERED, List.of())) {
            Option option = option(offered);
            read.add(option);
            if (!ids.add(option.id())) {
                problems.add(fields.place(OFFERED), Message.of("question.name-twice", option.id()));
            }
        }
        return read;
    }

    private static Option option(Object offered) {
        if (offered instanceof Fields map) {
            String id = map.get(ITS_OPTION_ID, "");
            TextSource say = map.get(PartFields.SAY);
            return new Option(id, say == null ? Text.of(id) : say.text());
        }
        return new Option((String) offered, Text.of((String) offered));
    }

    private static Format<Tolerance> toleranceMap() {
        return object(
                Message.of("question.expected-tolerance"),
                List.of(ABSOLUTE, RELATIVE, DECIMALS, SIGNIFICANT),
                SharedFields::tolerance);
    }

    private static @Nullable Tolerance tolerance(Fields fields, Problems problems) {
        boolean near = fields.has(ABSOLUTE) || fields.has(RELATIVE);
        int kinds = (near ? 1 : 0) + (fields.has(DECIMALS) ? 1 : 0) + (fields.has(SIGNIFICANT) ? 1 : 0);
        if (kinds != 1) {
            problems.add(fields.place(), Message.of("question.tolerance-kinds"));
            return null;
        }
        Integer decimals = fields.get(DECIMALS);
        Integer significant = fields.get(SIGNIFICANT);
        if (decimals != null) {
            return new Tolerance.Decimals(decimals);
        }
        if (significant != null) {
            return new Tolerance.Significant(significant);
        }
        return new Tolerance.Near(
                fields.get(ABSOLUTE, BigDecimal.ZERO).doubleValue(),
                fields.get(RELATIVE, BigDecimal.ZERO).doubleValue());
    }
}
