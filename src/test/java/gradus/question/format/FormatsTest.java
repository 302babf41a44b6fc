package gradus.question.format;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.message.Message;
import gradus.question.format.Formats.Named;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** What a field of a file may hold: its bounds on both sides, and what is said of anything else. */
class FormatsTest {
    private static <T> T read(Format<T> format, String yaml) {
        Problems problems = new Problems("file", yaml);
        T value = format.read(node(yaml), problems);
        assertEquals(List.of(), problems.all(), yaml);
        return requireNonNull(value);
    }

    private static Node node(String yaml) {
        return requireNonNull(YamlTree.read(yaml, new Problems("file", yaml)));
    }

    private static void refuses(Format<?> format, String yaml, String... expected) {
        Problems problems = new Problems("file", yaml);
        assertNull(format.read(node(yaml), problems), yaml);
        assertEquals(
                List.of(expected),
                problems.all().stream()
                        .map(problem -> problem.line() + ":" + problem.column() + " "
                                + problem.message().key().replace("question.", "") + " "
                                + problem.message().arguments())
                        .toList(),
                yaml);
    }

    @Test
    void numbersLieBetweenTheirBounds() {
        Format<BigDecimal> half = Formats.number(0.5, 1.5);
        assertEquals(new BigDecimal("0.5"), read(half, "0.5"));
        assertEquals(new BigDecimal("1.5"), read(half, "1.5"));
        assertEquals(new BigDecimal("1"), read(half, "1"));
        for (String other : List.of("0.49", "1.51", "'1'", "one", "0x1", ".inf", "1." + "0".repeat(40))) {
            assertEquals(1, problems(half, other), other);
        }
        assertEquals(new BigDecimal("1." + "0".repeat(38)), read(half, "1." + "0".repeat(38)));
        assertEquals(List.of("0.5", "1.5"), half.expected().arguments());
        assertEquals(
                List.of("10"), Formats.number(10, Double.MAX_VALUE).expected().arguments());
    }

    private static int problems(Format<?> format, String yaml) {
        Problems problems = new Problems("file", yaml);
        assertNull(format.read(node(yaml), problems), yaml);
        return problems.all().size();
    }

    @Test
    void integersAreWhole() {
        Format<Integer> few = Formats.integer(2, 4);
        assertEquals(2, read(few, "2"));
        assertEquals(4, read(few, "4.0"));
        assertEquals(10, read(Formats.integer(0, 10), "10"));
        for (String other : List.of("1", "5", "2.5", "two")) {
            assertEquals(1, problems(few, other), other);
        }
    }

    @Test
    void wordsAndTextsHaveTheirForms() {
        assertEquals("5-a", read(Formats.string(), "5-a"));
        assertEquals("0", read(Formats.string(), "0"));
        refuses(Formats.string(), "{a: 1}", "1:1 wrong-kind [a text, a map]");
        refuses(Formats.string(), "~", "1:1 wrong-kind [a text, " + Message.of("question.found-nothing") + "]");
        assertEquals(true, read(Formats.bool(), "true"));
        assertEquals(false, read(Formats.bool(), "false"));
        refuses(Formats.bool(), "'true'", "1:1 wrong-kind [true or false, \"true\"]");
        Format<Integer> word = Formats.word(Map.of("two", 2, "one", 1));
        assertEquals(2, read(word, "two"));
        refuses(word, "three", "1:1 wrong-kind [one of one, two, \"three\"]");
        assertEquals(List.of("one", "two"), word.schema().get("enum"));
        assertEquals(Long.MAX_VALUE, read(Formats.seed(), "9223372036854775807"));
        refuses(
                Formats.seed(),
                "9223372036854775808",
                "1:1 wrong-kind [a whole number of 64 bits, \"9223372036854775808\"]");
    }

    @Test
    void patternsMatchTheWholeText() {
        Pattern pattern = Pattern.compile("[a-z]+|[0-9]+");
        Message expected = Message.of("question.expected-id");
        Format<String> id = Formats.pattern(pattern, expected);
        assertEquals("abc", read(id, "abc"));
        refuses(id, "ab1", "1:1 wrong-kind [" + expected + ", \"ab1\"]");
        assertEquals("^(?:[a-z]+|[0-9]+)$", id.schema().get("pattern"));
        assertEquals(List.of("string", "number"), id.schema().get("type"));
        Format<Integer> length = Formats.parsed(pattern, expected, text -> text.equals("none") ? null : text.length());
        assertEquals(3, read(length, "abc"));
        refuses(length, "none", "1:1 wrong-kind [" + expected + ", \"none\"]");
        refuses(length, "ab1", "1:1 wrong-kind [" + expected + ", \"ab1\"]");
        assertEquals("^(?:[a-z]+|[0-9]+)$", length.schema().get("pattern"));
        assertEquals("string", length.schema().get("type"));
    }

    @Test
    void aLongTextIsCutWhereItIsRefused() {
        Format<Integer> word = Formats.word(Map.of("one", 1));
        refuses(word, "x".repeat(40), "1:1 wrong-kind [one of one, \"" + "x".repeat(40) + "\"]");
        refuses(word, "x".repeat(41), "1:1 wrong-kind [one of one, \"" + "x".repeat(40) + "…\"]");
    }

    @Test
    void theFirstOfSeveralFormatsThatSuitsIsRead() {
        Format<List<Integer>> list = Formats.listOf(Formats.integer(1, 9));
        Format<List<Integer>> one = Formats.integer(1, 9).map(List::of);
        Format<List<Integer>> either = Formats.either(list, one);
        assertEquals(List.of(3), read(either, "3"));
        assertEquals(List.of(1, 2), read(either, "[1, 2]"));
        refuses(either, "10", "1:1 wrong-kind [a whole number from 1 to 9, \"10\"]");
        refuses(either, "{a: 1}", "1:1 wrong-kind [" + either.expected() + ", a map]");
        assertEquals(List.of(list.expected(), one.expected()), either.expected().arguments());
        assertEquals(List.of(list.schema(), one.schema()), either.schema().get("anyOf"));
        assertTrue(either.suits(node("3")));
        assertTrue(either.suits(node("[3]")));
        assertFalse(either.suits(node("{a: 1}")));
        assertFalse(one.suits(node("[3]")));
    }

    @Test
    void aSlipInAListOfFormulasIsSaidOnce() {
        assertEquals("[x, [1, y + 1]]", read(Source.format(), "[x, [1, y + 1]]").text());
        refuses(Source.format(), "{a: 1}", "1:1 wrong-kind [a text, a map]");
        refuses(Source.format(), "[x, {a: 1}]", "1:1 wrong-kind [a text, a list]");
        assertFalse(Source.format().suits(node("[[x], ~]")));
        assertTrue(Source.format().suits(node("[[x], 1]")));
        assertEquals("question.expected-expression", Source.format().expected().key());
    }

    @Test
    void listsHaveAsManyItemsAsTheyMay() {
        Format<List<Integer>> twoOrThree = Formats.listOf(Formats.integer(1, 9), 2, 3);
        assertEquals(List.of(1, 2), read(twoOrThree, "[1, 2]"));
        assertEquals(List.of(1, 2, 3), read(twoOrThree, "[1, 2, 3]"));
        refuses(twoOrThree, "[1]", "1:1 list-length [2–3, 1]");
        refuses(twoOrThree, "[1, 2, 3, 4]", "1:1 list-length [2–3, 4]");
        refuses(Formats.listOf(Formats.integer(1, 9), 2, 2), "[1]", "1:1 list-length [2, 1]");
        refuses(Formats.listOf(Formats.integer(1, 9), 2, Integer.MAX_VALUE), "[1]", "1:1 list-length [2…, 1]");
        assertEquals(List.of(), read(Formats.listOf(Formats.integer(1, 9)), "[]"));
        assertNull(twoOrThree.read(node("[1, 2, x]"), new Problems("file", "")));
        assertEquals(2, twoOrThree.schema().get("minItems"));
        assertEquals(3, twoOrThree.schema().get("maxItems"));
        assertEquals(
                Map.of("type", "array", "items", Formats.integer(1, 9).schema()),
                Formats.listOf(Formats.integer(1, 9)).schema());
    }

    @Test
    void aMapNamesEachThingOnce() {
        Format<List<Named<Integer>>> map = Formats.mapOf(Formats.integer(1, 9));
        assertEquals(
                List.of("b 2", "a 1"),
                read(map, "{b: 2, a: 1}").stream()
                        .map(entry -> entry.name() + " " + entry.value())
                        .toList());
        refuses(map, "{a: 1, b: 2, a: 3}", "1:14 field-twice [a]");
        assertEquals(1, problems(map, "{a: 1, b: x}"));
    }

    @Test
    void aSchemaNamesWhatIsRequired() {
        Format<?> one = Formats.integer(1, 9);
        Map<String, Object> schema =
                Formats.schema(List.of(Field.required("must", one, "has to be"), Field.optional("may", one, "can be")));
        assertEquals(List.of("must"), schema.get("required"));
        assertEquals(false, schema.get("additionalProperties"));
        assertEquals(
                Map.of("must", described(one, "has to be"), "may", described(one, "can be")), schema.get("properties"));
        assertNull(Formats.schema(List.of(Field.optional("may", one, "can be"))).get("required"));
        assertEquals("#/$defs/expression", Source.format().schema().get("$ref"));
        assertEquals(Set.of("description", "anyOf"), Source.schema().keySet());
    }

    private static Map<String, Object> described(Format<?> format, String about) {
        Map<String, Object> schema = new LinkedHashMap<>(format.schema());
        schema.put("description", about);
        return schema;
    }

    /** The line and column at which a problem with this letter of the field's expression is said to be. */
    private static String place(String yaml, int offset) {
        Node value = ((MappingNode) node(yaml)).getValue().get(0).getValueNode();
        Problems problems = new Problems("file", yaml);
        Source.of(value).report(offset, Message.of("question.file-empty"), problems);
        return problems.all().get(0).line() + ":" + problems.all().get(0).column();
    }

    @Test
    void aFaultOfAnExpressionIsSaidToBeWhereItStands() {
        assertEquals("1:4", place("e: max(x, y)", 0));
        assertEquals("1:8", place("e: max(x, y)", 4));
        assertEquals("1:9", place("e: 'max(x, y)'", 4));
        assertEquals("1:7", place("e: '😀 x'", 3));
        assertEquals("1:4", place("e: 'it''s'", 3)); // an escape: its letters cannot be counted
        assertEquals("1:4", place("e: max(x,\n   y)", 9));
        assertEquals("2:3", place("e: |\n  max(x)\n  + y", 0));
        assertEquals("2:7", place("e: |\n  max(x)\n  + y", 4));
        assertEquals("3:5", place("e: |\n  max(x)\n  + y", 9));
        assertEquals("1:5", place("e: [x, [y, z]]", 1));
        assertEquals("1:5", place("e: [x, [y, z]]", 4)); // a bracket is no letter of any item
        assertEquals("1:9", place("e: [x, [y, z]]", 5));
        assertEquals("1:12", place("e: [x, [y, z]]", 8));
        assertEquals("1:7", place("e: 1 +", 3)); // what is missing is missed behind the last letter
        assertEquals("1:4", place("e: 1 +", 4));
        assertEquals("1:4", place("e: 1 +", -1));
        assertEquals("4:3", place("e: |\n  max(x)\n\n  + y\n", 8));
        assertEquals("1:4", place("e: {a: 1}", 0)); // no expression at all
    }

    @Test
    void optionsAreTheirNames() {
        assertEquals("\"a\"", Source.ofOptions(node("a"), Set.of("a")).text());
        assertEquals(
                "seq(\"a\", x)", Source.ofOptions(node("[a, x]"), Set.of("a")).text());
        Problems problems = new Problems("file", "[a, x]");
        Source options = Source.ofOptions(node("[a, x]"), Set.of("a"));
        options.report(5, Message.of("question.file-empty"), problems);
        options.report(9, Message.of("question.file-empty"), problems);
        assertEquals(
                List.of(2, 5),
                problems.all().stream().map(problem -> problem.column()).toList());
    }

    @Test
    void treesHaveBounds() {
        String deep = IntStream.range(0, 49).mapToObj(level -> "[").collect(Collectors.joining());
        assertEquals(0, broken(deep + "]".repeat(49)));
        assertEquals(1, broken("[" + "[".repeat(60) + "]".repeat(61)));
        String wide = "[" + "1, ".repeat(99_998) + "1]";
        assertEquals(0, broken(wide));
        assertEquals(1, broken("[1, " + wide.substring(1)));
        assertEquals(0, broken("{a: [" + "1, ".repeat(99_995) + "1]}"));
        assertEquals(1, broken("{a: [" + "1, ".repeat(99_998) + "1]}"));
        assertEquals(0, broken("#" + " ".repeat(YamlTree.LONGEST_FILE - 3) + "\n1"));
        assertEquals(1, broken("#" + " ".repeat(YamlTree.LONGEST_FILE - 2) + "\n1"));
        assertEquals(1, broken(""));
    }

    private static int broken(String yaml) {
        Problems problems = new Problems("file", "");
        YamlTree.read(yaml, problems);
        return problems.all().size();
    }

    @Test
    void aNameIsNearWhereTwoLettersDifferAndOneInShortOnes() {
        assertEquals("abc", Nearest.to("abd", List.of("abc", "xyz")).orElseThrow());
        assertEquals(Optional.empty(), Nearest.to("axd", List.of("abc")));
        assertEquals("abcd", Nearest.to("axyd", List.of("abcd")).orElseThrow());
        assertEquals(Optional.empty(), Nearest.to("xyzd", List.of("abcd")));
        assertEquals("ab", Nearest.to("ac", List.of("ad", "ab")).orElseThrow());
        assertEquals("abdc", Nearest.to("abcd", List.of("abxy", "abdc")).orElseThrow());
        assertEquals(Message.of("key-nearest", "abd", "abc"), Nearest.message("key", "abd", List.of("abc")));
        assertEquals(Message.of("key", "far", "abc, xyz"), Nearest.message("key", "far", List.of("xyz", "abc")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', ab, 2",
        "ab, '', 2",
        "same, same, 0",
        "kitten, sitting, 3",
        "abcd, acbd, 1",
        "ab, ba, 1",
        "abc, ab, 1",
        "ab, abc, 1",
        "xabcd, abcdx, 2",
        "abcdef, badcfe, 3",
        "ca, abc, 3"
    })
    void lettersAreInsertedDeletedReplacedOrSwapped(String from, String to, int steps) {
        assertEquals(steps, Nearest.distance(from, to));
        assertEquals(steps, Nearest.distance(to, from));
    }
}
