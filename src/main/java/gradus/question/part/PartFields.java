package gradus.question.part;

import static gradus.question.format.Field.optional;
import static gradus.question.format.Field.required;
import static gradus.question.format.Formats.bool;
import static gradus.question.format.Formats.listOf;
import static gradus.question.format.Formats.mapOf;
import static gradus.question.format.Formats.number;
import static gradus.question.format.Formats.object;
import static gradus.question.format.Formats.pattern;
import static gradus.question.format.Formats.string;
import static gradus.question.format.Formats.word;

import gradus.message.Message;
import gradus.question.FollowThrough;
import gradus.question.format.Field;
import gradus.question.format.Fields;
import gradus.question.format.Format;
import gradus.question.format.Formats;
import gradus.question.format.Formats.Named;
import gradus.question.format.Source;
import gradus.question.format.TextSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields that parts of every type have; what only some take, those types declare. */
public final class PartFields {
    private PartFields() {}

    /** Names that expressions can use. */
    public static final Format<String> NAME =
            pattern(Pattern.compile("[A-Za-z][A-Za-z0-9_]*"), Message.of("question.expected-name"));

    /** Names that nothing computes with. */
    public static final Format<String> LABEL =
            pattern(Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*"), Message.of("question.expected-id"));

    public static final Field<String> ID =
            required("id", NAME, "Name of the part; expressions of later parts may use it");
    public static final Field<BigDecimal> POINTS =
            optional("points", number(0, 1e6), "What the part is worth within the question; 1 if left out");
    public static final Field<TextSource> SAY_LABEL =
            optional("label", TextSource.format(), "What stands before the field");
    /** Written out before a part is read. */
    public static final Field<String> TYPESET = optional(
            "name", string(), "LaTeX that stands for the part, in front of the field too where it has no label");

    /** Written out before a part is read. */
    public static final Field<List<Named<List<String>>>> EACH = optional(
            "each",
            mapOf(listOf(string())),
            "Words by their names: makes a part for each word, which stands wherever its name does in braces");

    public static final Field<Source> EXPECT = optional("expect", Source.format(), "The key");
    public static final Field<Source> ITS_EXPECT = required("expect", Source.format(), "The answer");
    public static final Field<TextSource> NOTE =
            optional("note", TextSource.format(), "What a student who gives it is told");
    public static final Field<List<Fields>> ACCEPT = optional(
            "accept",
            listOf(object(Message.of("question.expected-accept"), List.of(ITS_EXPECT, NOTE))),
            "Further right answers");

    public static final Field<BigDecimal> FOLLOW_CREDIT =
            optional("credit", number(0, 1), "The fraction of the points that following through earns; 1 if left out");
    public static final Field<Boolean> FOLLOW_FROM = optional(
            "from",
            word(Map.of("diagnosed", false, "any", true)),
            "Whether readings stand in that are wrong without a known reason: any if left out, or diagnosed");
    public static final Field<FollowThrough> FOLLOW_THROUGH = optional(
            "follow_through",
            object(
                    Message.of("question.expected-follow-through"),
                    List.of(FOLLOW_CREDIT, FOLLOW_FROM),
                    (fields, problems) -> new FollowThrough(
                            fields.get(FOLLOW_CREDIT, BigDecimal.ONE).doubleValue(), fields.get(FOLLOW_FROM, true))),
            "What a part that builds on wrong earlier parts can still earn");

    public static final Field<String> LABEL_ID = required("id", LABEL, "Name");
    public static final Field<BigDecimal> MISTAKE_CREDIT =
            optional("credit", number(0, 1), "The fraction of the points that it earns; 0 if left out");
    public static final Field<Boolean> ONCE =
            optional("once", bool(), "Whether the same mistake costs only once in a question");
    public static final Field<TextSource> MISTAKE_SAY =
            optional("say", TextSource.format(), "What the student is told; its id if left out");
    public static final Field<TextSource> SAY = required("say", TextSource.format(), "What the student is told");
    public static final Field<List<Fields>> MISTAKES = optional(
            "mistakes",
            listOf(object(
                    Message.of("question.expected-mistake"),
                    List.of(LABEL_ID, ITS_EXPECT, MISTAKE_CREDIT, ONCE, MISTAKE_SAY))),
            "Known wrong procedures");
    public static final Field<TextSource> FAULT_SAY =
            optional("say", TextSource.format(), "What the student is told; the usual words if left out");
    public static final Field<String> FAULT_ID = optional(
            "id", LABEL, "The id of a mistake that was written before, under which answers are told and counted");
    public static final Field<List<Named<Object>>> FAULTS = optional(
            "faults",
            mapOf(Formats.<Object>either(
                    bool(),
                    object(Message.of("question.expected-fault"), List.of(FAULT_ID, MISTAKE_CREDIT, ONCE, FAULT_SAY)))),
            "Credit and words for wrong procedures that the grader finds by itself, by a fault's id or its kind; false switches one off");
    public static final Field<List<List<String>>> MAY_EQUAL = optional(
            "may_equal",
            listOf(listOf(LABEL, 2, 2)),
            "Pairs of mistakes, or of one and \"key\", that may come to the same on a variant");

    public static final Field<Boolean> WORK =
            optional("work", bool(), "Whether it is an unscored box for working, shown to graders");

    /** The fields of every part, besides its type. */
    static final List<Field<?>> COMMON = List.of(ID, POINTS, SAY_LABEL, TYPESET, EACH, WORK);

    /** The fields of every part that has a key. */
    static final List<Field<?>> KEYED = List.of(EXPECT, ACCEPT, FOLLOW_THROUGH, MISTAKES, FAULTS, MAY_EQUAL);
}
