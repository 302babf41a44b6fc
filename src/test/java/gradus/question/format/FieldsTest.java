package gradus.question.format;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.QuestionException;
import gradus.question.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** A map of known fields, what is wrong with one, and the texts for people that it holds. */
class FieldsTest {
    private static final Field<Integer> POINTS = Field.required("points", Formats.integer(0, 9), "how many");
    private static final Field<String> LABEL = Field.optional("label", Formats.string(), "its name");

    private static Node node(String yaml) {
        return requireNonNull(YamlTree.read(yaml, new Problems("f", yaml)));
    }

    private static Fields fields(String yaml, String... problems) {
        Problems found = new Problems("f", yaml);
        Fields fields = Fields.read((MappingNode) node(yaml), List.of(POINTS, LABEL), found);
        assertEquals(List.of(problems), said(found), yaml);
        return fields;
    }

    private static List<String> said(Problems problems) {
        return problems.all().stream()
                .map(problem -> problem.line() + ":" + problem.column() + " "
                        + problem.message().key().replace("question.", "") + " "
                        + problem.message().arguments())
                .toList();
    }

    @Test
    void aFieldHasItsValueAndItsPlace() {
        Fields both = fields("{points: 3, label: Key}");
        assertTrue(both.isComplete());
        assertEquals(3, both.get(POINTS));
        assertEquals("Key", both.get(LABEL, "none"));
        assertTrue(both.has(LABEL));
        assertEquals(19, both.place(LABEL).getStartMark().orElseThrow().getColumn());
        assertEquals(0, both.place().getStartMark().orElseThrow().getColumn());

        Fields one = fields("{points: 3}");
        assertTrue(one.isComplete());
        assertNull(one.get(LABEL));
        assertEquals("none", one.get(LABEL, "none"));
        assertFalse(one.has(LABEL));
        assertEquals(one.place(), one.place(LABEL));
    }

    @Test
    void whatIsUnknownMissingOrTwiceIsSaid() {
        assertFalse(fields("{label: Key}", "1:1 field-missing [points]").isComplete());
        assertFalse(fields("{points: 3, lable: Key}", "1:13 unknown-field-nearest [lable, label]")
                .isComplete());
        assertEquals(
                3, fields("{points: 3, points: 4}", "1:13 field-twice [points]").get(POINTS));
    }

    @Test
    void aFieldThatDoesNotFitIsThereWithoutAValue() {
        Fields wrong = fields("{points: 10}", "1:10 wrong-kind [a whole number from 0 to 9, \"10\"]");
        assertFalse(wrong.isComplete());
        assertNull(wrong.get(POINTS));
        assertTrue(wrong.has(POINTS));
    }

    @Test
    void problemsComeInTheOrderOfTheFileAndOnce() {
        Problems problems = new Problems("f", "one\ntwo");
        assertTrue(problems.isEmpty());
        problems.throwIfAny();
        Message message = Message.of("question.file-empty");
        problems.add(1, 4, message);
        problems.add(0, 7, message);
        problems.add(0, 2, message);
        problems.add(1, 4, message);
        assertFalse(problems.isEmpty());
        assertEquals(List.of("1:3 file-empty []", "1:8 file-empty []", "2:5 file-empty []"), said(problems));
        assertEquals(
                problems.all(),
                assertThrows(QuestionException.class, problems::throwIfAny).problems());
        assertEquals(new Problem("f", 1, 1, message), problems.first(message));
        assertEquals(
                new Problem("f", 2, 4, message),
                problems.at(((MappingNode) node("\na: b")).getValue().get(0).getValueNode(), message));
        assertEquals(3, problems.all().size());
        assertEquals("two", problems.line(1));
        assertEquals("", problems.line(2));
    }

    private static TextSource text(String yaml) {
        Problems problems = new Problems("f", yaml);
        TextSource text = TextSource.format().read(node(yaml), problems);
        assertEquals(List.of(), said(problems), yaml);
        return requireNonNull(text);
    }

    private static void refuses(String yaml, String problem) {
        Problems problems = new Problems("f", yaml);
        assertNull(TextSource.format().read(node(yaml), problems), yaml);
        assertEquals(List.of(problem), said(problems), yaml);
    }

    @Test
    void aTextIsOneForAllLanguagesOrOneForEach() {
        assertEquals(Text.of("5"), text("5").text());
        assertEquals(Set.of(), text("five").languages());
        assertEquals(
                Map.of("ko", "오", "en", "five"),
                text("{ko: 오, en: five}").text().byLanguage());
        assertEquals(Set.of("en", "ko"), text("{ko: 오, en: five}").languages());
        refuses("{}", "1:1 text-empty []");
        refuses("{ko: 오, english: five}", "1:9 not-a-language [english]");
        refuses("{ko: 오, KO: five}", "1:9 not-a-language [KO]");
        refuses("{ko: 오, ko: 다섯}", "1:9 field-twice [ko]");
        refuses("{ko: 오, en: [five]}", "1:13 wrong-kind [a text, a list]");
        refuses("{ko: 오, en}", "1:11 wrong-kind [a text, " + Message.of("question.found-nothing") + "]");
        refuses("[five]", "1:1 wrong-kind [a text, a list]");
        assertTrue(TextSource.format().suits(node("five")));
        assertTrue(TextSource.format().suits(node("{ko: 오}")));
        assertFalse(TextSource.format().suits(node("[five]")));
        assertEquals("question.expected-wording", TextSource.format().expected().key());
        assertEquals(Map.of("$ref", "#/$defs/text"), TextSource.format().schema());
        assertEquals(Set.of("description", "anyOf"), TextSource.schema().keySet());
    }

    private static List<String> findings(String yaml) {
        Problems problems = new Problems("f", yaml);
        text(yaml).findings(Set.of("ko", "en"), "here.svg"::equals, problems);
        return said(problems);
    }

    @Test
    void anAuthorsSlipsAreFoundWhereTheyStand() {
        assertEquals(List.of(), findings("for all"));
        assertEquals(List.of(), findings("{ko: 오, en: five}"));
        assertEquals(List.of("1:6 text-lacks [en]"), findings("{ko: 오}"));
        assertEquals(List.of("1:6 text-lacks [en, ko]"), findings("{de: 5}"));
        assertEquals(List.of(), findings("'see ![it](here.svg)'"));
        assertEquals(
                List.of("1:6 picture-missing [gone.svg]", "1:22 picture-missing [too.svg]"),
                findings("'see ![it](gone.svg) ![it](too.svg)'"));
        assertEquals(List.of("1:6 dollar-alone []"), findings("'for $5'"));
    }

    @Test
    void aPictureNeedsWords() {
        String yaml = "'see ![ ](here.svg) and ![](here.svg)'";
        Problems problems = new Problems("f", yaml);
        TextSource.format().read(node(yaml), problems);
        assertEquals(List.of("1:6 picture-without-alt []", "1:25 picture-without-alt []"), said(problems));
    }

    @Test
    void textsOfMapsInListsInMapsAreFoundToo() {
        Field<TextSource> say = Field.optional("say", TextSource.format(), "words");
        Field<List<Formats.Named<TextSource>>> named =
                Field.optional("named", Formats.mapOf(TextSource.format()), "words by name");
        Format<Fields> hint = Formats.object(Message.of("question.expected-hint"), List.of(say, named));
        Field<List<Fields>> hints = Field.optional("hints", Formats.listOf(hint), "maps");
        Format<Fields> all = Formats.object(Message.of("question.expected-hint"), List.of(say, hints, POINTS));
        String yaml = "{say: one, points: 2, hints: [{say: two}, {named: {a: three, b: four}}]}";
        Fields fields = requireNonNull(all.read(node(yaml), new Problems("f", yaml)));
        assertEquals(
                Set.of("one", "two", "three", "four"),
                fields.texts().stream()
                        .map(text -> text.text().byLanguage().get(Text.ANY_LANGUAGE))
                        .collect(Collectors.toSet()));
        assertEquals(4, fields.texts().size());
    }
}
