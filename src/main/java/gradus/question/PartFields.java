package gradus.question;

import static gradus.question.Field.optional;
import static gradus.question.Field.required;
import static gradus.question.Formats.bool;
import static gradus.question.Formats.either;
import static gradus.question.Formats.integer;
import static gradus.question.Formats.listOf;
import static gradus.question.Formats.mapOf;
import static gradus.question.Formats.number;
import static gradus.question.Formats.object;
import static gradus.question.Formats.pattern;
import static gradus.question.Formats.string;
import static gradus.question.Formats.word;

import gradus.message.Message;
import gradus.question.Formats.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every field that a part may have, of which each {@link PartType} takes some. */
public final class PartFields {
    private PartFields() {}

    /** Names that expressions can use. */
    static final Format<String> NAME =
            pattern(Pattern.compile("[A-Za-z][A-Za-z0-9_]*"), Message.of("question.expected-name"));

    /** Names that nothing computes with. */
    static final Format<String> LABEL =
            pattern(Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*"), Message.of("question.expected-id"));

    /** What a response names an option by. */
    static final Format<String> OPTION_ID =
            pattern(Pattern.compile("[^\\s,;\\[\\]\"'\\\\]{1,40}"), Message.of("question.expected-option-id"));

    static final Field<String> ID = required("id", NAME, "Name of the part; expressions of later parts may use it");
    static final Field<PartType> TYPE = required("type", word(PartTypes.byName()), "What is answered here");
    static final Field<BigDecimal> POINTS =
            optional("points", number(0, 1e6), "What the part is worth within the question; 1 if left out");
    static final Field<TextSource> SAY_LABEL = optional("label", TextSource.format(), "What stands before the field");
    static final Field<Source> EXPECT = optional("expect", Source.format(), "The key");
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
    static final Field<Boolean> SIZE_SHOWN = optional(
            "size", word(Map.of("hidden", false, "shown", true)), "Whether the number of rows and columns is shown");
    static final Field<Boolean> STRICT = optional(
            "orientation",
            word(Map.of("any", false, "strict", true)),
            "Whether a row is wrong where a column is due; any if left out");

    static final Field<BigDecimal> FROM = optional("from", number(-1e300, 1e300), "Least value");
    static final Field<BigDecimal> TO = optional("to", number(-1e300, 1e300), "Greatest value");
    static final Field<List<Integer>> SHAPE =
            optional("shape", listOf(integer(1, 20), 0, 4), "Rows and columns of a matrix symbol");
    static final Field<List<Named<Object>>> SYMBOLS = optional(
            "symbols",
            mapOf(Formats.<Object>either(
                    object(Message.of("question.expected-domain"), List.of(FROM, TO, SHAPE)), Source.format())),
            "What a formula is written in: the domain of each symbol, or an expression in the others");
    static final Field<List<String>> ALLOW =
            optional("allow", listOf(string()), "The functions that a student's formula may use");

    static final Field<List<String>> MUST_USE = optional("must_use", listOf(string()), "Names that must occur");
    static final Field<List<String>> MUST_NOT_USE =
            optional("must_not_use", listOf(string()), "Names that must not occur");
    static final Field<Boolean> EXPANDED = optional("expanded", bool(), "Whether products must be multiplied out");
    static final Field<FormulaForm> FORM = optional(
            "form",
            object(
                    Message.of("question.expected-form"),
                    List.of(MUST_USE, MUST_NOT_USE, EXPANDED),
                    (fields, problems) -> new FormulaForm(
                            fields.get(MUST_USE, List.of()),
                            fields.get(MUST_NOT_USE, List.of()),
                            fields.get(EXPANDED, false))),
            "The form that a formula must have");

    static final Field<Source> ITS_EXPECT = required("expect", Source.format(), "The answer");
    static final Field<TextSource> NOTE = optional("note", TextSource.format(), "What a student who gives it is told");
    static final Field<List<Fields>> ACCEPT = optional(
            "accept",
            listOf(object(Message.of("question.expected-accept"), List.of(ITS_EXPECT, NOTE))),
            "Further right answers");

    static final Field<BigDecimal> FOLLOW_CREDIT =
            optional("credit", number(0, 1), "The fraction of the points that following through earns; 1 if left out");
    static final Field<Boolean> FOLLOW_FROM = optional(
            "from",
            word(Map.of("diagnosed", false, "any", true)),
            "Whether readings stand in that are wrong without a known reason: any if left out, or diagnosed");
    static final Field<FollowThrough> FOLLOW_THROUGH = optional(
            "follow_through",
            object(
                    Message.of("question.expected-follow-through"),
                    List.of(FOLLOW_CREDIT, FOLLOW_FROM),
                    (fields, problems) -> new FollowThrough(
                            fields.get(FOLLOW_CREDIT, BigDecimal.ONE).doubleValue(), fields.get(FOLLOW_FROM, true))),
            "What a part that builds on wrong earlier parts can still earn");

    static final Field<String> LABEL_ID = required("id", LABEL, "Name");
    static final Field<BigDecimal> MISTAKE_CREDIT =
            optional("credit", number(0, 1), "The fraction of the points that it earns; 0 if left out");
    static final Field<Boolean> ONCE =
            optional("once", bool(), "Whether the same mistake costs only once in a question");
    static final Field<TextSource> MISTAKE_SAY =
            optional("say", TextSource.format(), "What the student is told; its id if left out");
    static final Field<TextSource> SAY = required("say", TextSource.format(), "What the student is told");
    static final Field<List<Fields>> MISTAKES = optional(
            "mistakes",
            listOf(object(
                    Message.of("question.expected-mistake"),
                    List.of(LABEL_ID, ITS_EXPECT, MISTAKE_CREDIT, ONCE, MISTAKE_SAY))),
            "Known wrong procedures");
    static final Field<List<List<String>>> MAY_EQUAL = optional(
            "may_equal",
            listOf(listOf(LABEL, 2, 2)),
            "Pairs of mistakes, or of one and \"key\", that may come to the same on a variant");

    static final Field<String> ITS_OPTION_ID = required("id", OPTION_ID, "What a response names it by");
    static final Field<List<Object>> OPTIONS = optional(
            "options",
            listOf(
                    Formats.<Object>either(
                            OPTION_ID, object(Message.of("question.expected-option"), List.of(ITS_OPTION_ID, SAY))),
                    1,
                    50),
            "What is offered; an option is an id, or an id and what it says");
    static final Field<List<TextSource>> ROWS =
            optional("rows", listOf(TextSource.format(), 1, 50), "Labels of the rows");
    static final Field<List<TextSource>> COLUMNS =
            optional("columns", listOf(TextSource.format(), 1, 20), "Labels of the columns");

    static final Field<String> CRITERION_ID = optional("id", LABEL, "Name; r1, r2, … if left out");
    static final Field<BigDecimal> CRITERION_POINTS = required("points", number(-1e6, 1e6), "What it earns");
    static final Field<List<Fields>> RUBRIC = optional(
            "rubric",
            listOf(object(Message.of("question.expected-criterion"), List.of(CRITERION_ID, CRITERION_POINTS, SAY))),
            "Scored statements that a person ticks");
    static final Field<TextSource> ANSWER = optional("answer", TextSource.format(), "The model answer");
    static final Field<Boolean> WORK =
            optional("work", bool(), "Whether it is an unscored box for working, shown to graders");

    /** The fields of every part. */
    static final List<Field<?>> COMMON = List.of(ID, TYPE, POINTS, SAY_LABEL, WORK);

    /** The names of the fields of every part that has a key. */
    public static final Set<String> KEYED = Set.of("expect", "accept", "follow_through", "mistakes", "may_equal");

    static final List<Field<?>> ALL = List.of(
            ID,
            TYPE,
            POINTS,
            SAY_LABEL,
            WORK,
            EXPECT,
            TOLERANCE,
            CREDIT,
            SIZE_SHOWN,
            STRICT,
            SYMBOLS,
            ALLOW,
            FORM,
            ACCEPT,
            FOLLOW_THROUGH,
            MISTAKES,
            MAY_EQUAL,
            OPTIONS,
            ROWS,
            COLUMNS,
            RUBRIC,
            ANSWER);

    /** The fields that a part of this type takes. */
    static Collection<Field<?>> of(PartType type) {
        List<Field<?>> fields = new ArrayList<>(COMMON);
        ALL.stream().filter(field -> type.fields().contains(field.name())).forEach(fields::add);
        return fields;
    }

    private static Format<Tolerance> toleranceMap() {
        return object(
                Message.of("question.expected-tolerance"),
                List.of(ABSOLUTE, RELATIVE, DECIMALS, SIGNIFICANT),
                PartFields::tolerance);
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
