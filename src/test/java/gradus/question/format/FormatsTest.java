package gradus.question.format;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import gradus.message.Message;
import gradus.question.format.Formats.Named;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
    }

    @Test
    void optionsAreTheirNames() {
        assertEquals("\"a\"", Source.ofOptions(node("a"), Set.of("a")).text());
        assertEquals(
                "seq(\"a\", x)", Source.ofOptions(node("[a, x]"), Set.of("a")).text());
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
    }
}
