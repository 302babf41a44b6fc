package gradus.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

class YamlEditTest {
    private static final String TEXT = """
            id: corr            # the name
            title: {ko: 상관, en: 'Corr'}   # 😀 wide letters before
            prompt: |
              Line one.

              Line two.
            let: {y: 'correlate2d(x, f)'}
            parts:
              - id: a         # first
                type: matrix
                expect: y
                mistakes:
                  - {id: m, expect: 'rot180(y)', credit: 0.5}
              # between the parts
              - id: b
                points: 1
            """;

    private static String with(String value, Object... path) {
        return YamlEdit.of(TEXT).orElseThrow().with(List.of(path), value);
    }

    private static void replaces(String before, String after, String value, Object... path) {
        assertEquals(
                TEXT.replace(before, after), with(value, path), List.of(path).toString());
    }

    @Test
    void aValueIsPutInThePlaceOfAnotherAndNothingElseChanges() {
        replaces("en: 'Corr'", "en: 'It''s, {so}: #1'", "It's, {so}: #1", "title", "en");
        replaces("ko: 상관", "ko: '상관: 둘'", "상관: 둘", "title", "ko");
        replaces("expect: y\n", "expect: max(x, y)\n", "max(x, y)", "parts", 0, "expect");
        replaces("credit: 0.5", "credit: 0.25", "0.25", "parts", 0, "mistakes", 0, "credit");
        replaces("type: matrix", "type: 'true'", "true", "parts", 0, "type");
        replaces("points: 1\n", "points: [1, 2]\n".replace("[1, 2]", "'[1, 2'"), "[1, 2", "parts", 1, "points");
        replaces("  Line one.\n\n  Line two.\n", "  Only one.\n  And two: {x}\n", "Only one.\nAnd two: {x}", "prompt");
        replaces("|\n  Line one.\n\n  Line two.\n", "One line.\n", "One line.", "prompt");
        replaces("en: 'Corr'", "en: \"One\\nTwo \\\"2\\\"\"", "One\nTwo \"2\"", "title", "en");
    }

    @Test
    void whatIsMissingIsMadeAtTheEndOfWhereItBelongs() {
        replaces(
                "let: {y: 'correlate2d(x, f)'}",
                "let: {y: 'correlate2d(x, f)', z: '[1, y]'}".replace("'[1, y]'", "'pad(y, 1)'"),
                "pad(y, 1)",
                "let",
                "z");
        replaces("    points: 1\n", "    points: 1\n    label: {en: Peak}\n", "Peak", "parts", 1, "label", "en");
        replaces(
                "      - {id: m, expect: 'rot180(y)', credit: 0.5}\n",
                "      - {id: m, expect: 'rot180(y)', credit: 0.5}\n    points: 4\n",
                "4",
                "parts",
                0,
                "points");
        assertEquals(TEXT + "solution: steps\n", with("steps", "solution"));
        assertEquals(TEXT, with("", "solution"));
    }

    @Test
    void anEmptiedFieldGoesWithItsLineOrItsComma() {
        replaces("    type: matrix\n", "", "", "parts", 0, "type");
        replaces(", en: 'Corr'", "", "", "title", "en");
        replaces(", credit: 0.5", "", "", "parts", 0, "mistakes", 0, "credit");
        replaces("prompt: |\n  Line one.\n\n  Line two.\n", "", "", "prompt");
    }

    @Test
    void itemsAreDoubledAndLeftOutWithTheirLines() {
        YamlEdit edit = YamlEdit.of(TEXT).orElseThrow();
        assertEquals(
                TEXT + "  - id: c\n    points: 1\n",
                edit.doubled(List.of("parts", 1), item -> item.replace("id: b", "id: c")));
        assertEquals(
                TEXT.replace("credit: 0.5}\n", "credit: 0.5}\n      - {id: n, expect: 'rot180(y)', credit: 0.5}\n"),
                edit.doubled(List.of("parts", 0, "mistakes", 0), item -> item.replace("id: m", "id: n")));
        assertEquals(TEXT.replace("  - id: b\n    points: 1\n", ""), edit.without(List.of("parts", 1)));
        assertEquals(TEXT, edit.without(List.of("parts", 0, "mistakes", 0)));
    }

    private static String edited(String text, String value, Object... path) {
        return YamlEdit.of(text).orElseThrow().with(List.of(path), value);
    }

    @Test
    void whatIsMadeStandsWhereItsNeighboursStand() {
        assertEquals("a: {x: 1}\n", edited("a: {}\n", "1", "a", "x"));
        assertEquals("{x: 1, y: 2}", edited("{x: 1}", "2", "y"));
        assertEquals("x: 1\ny: 2\n", edited("x: 1", "2", "y"));
        assertEquals("a:\n  x: 1\n  y: |\n    p\n\n    q\nb: 1\n", edited("a:\n  x: 1\nb: 1\n", "p\n\nq", "a", "y"));
        assertEquals(
                "a:\n  - x: |\n      p\n      q\n    y: 1\n", edited("a:\n  - x: 0\n    y: 1\n", "p\nq", "a", 0, "x"));
        assertEquals("a: 'x: 1'\n", edited("a: '1'\n", "x: 1", "a"));
        assertEquals("a: [1, 2]\nb: 0\n", edited("a: [1]\nb: 0\n", "[1, 2]", "a"));
        assertEquals("a: {x: 2}\n", edited("a: {x: 1}\n", "{x: 2}", "a"));
        assertEquals("a: '{x: 2}'\n", edited("a: '{x: 1}'\n", "{x: 2}", "a"));
        assertEquals("a: 2\n", edited("a:\n", "2", "a"));
    }

    @Test
    void whatGoesTakesItsOwnPlaceOnly() {
        assertEquals("{y: 2}", edited("{x: 1, y: 2}", "", "x"));
        assertEquals("{x: 1}", edited("{x: 1, y: 2}", "", "y"));
        assertEquals("y: 2\n", edited("x: 1\ny: 2\n", "", "x"));
        assertEquals("x: 1\n", edited("x: 1\ny: 2", "", "y"));
        assertEquals("a:\n  - {x: ''}\n", edited("a:\n  - {x: 1}\n", "", "a", 0, "x"));
        YamlEdit flow = YamlEdit.of("a: [p, q, r]\n").orElseThrow();
        assertEquals("a: [q, r]\n", flow.without(List.of("a", 0)));
        assertEquals("a: [p, r]\n", flow.without(List.of("a", 1)));
        assertEquals("a: [p, q, q, r]\n", flow.doubled(List.of("a", 1), item -> item));
        assertEquals("a: [p, q, r]\n", flow.without(List.of("a", 3)));
        assertEquals("a: [p, q, r]\n", flow.doubled(List.of("a"), item -> item));
        YamlEdit lines = YamlEdit.of("a:\n  - p\n  - q").orElseThrow();
        assertEquals("a:\n  - p\n", lines.without(List.of("a", 1)));
        assertEquals("a:\n  - q", lines.without(List.of("a", 0)));
    }

    @Test
    void yamlIsPutInAsItIsUnlessItIsNone() {
        YamlEdit edit = YamlEdit.of("a: 1\nb: {c: 2}\n").orElseThrow();
        assertEquals("a: [x, 'y']\nb: {c: 2}\n", edit.withYaml(List.of("a"), "[x, 'y']"));
        assertEquals("a: 'x: y'\nb: {c: 2}\n", edit.withYaml(List.of("a"), "x: y"));
        assertEquals("a: \"x: y\"\nb: {c: 2}\n", edit.withYaml(List.of("a"), "\"x: y\""));
        assertEquals("a: 1\nb: {c: 2, d: [3]}\n", edit.withYaml(List.of("b", "d"), "[3]"));
        assertEquals("a: 1\nb: {c: 2}\ne: 5\n", edit.withYaml(List.of("e"), "5"));
        assertEquals("a: 1\nb: {c: 2}\n", edit.withYaml(List.of("x", "y", "z"), "5"));
        assertEquals("{c: 2}", edit.value(List.of("b")).orElseThrow());
        assertEquals("[x, 'a, b']", YamlEdit.list(List.of("x", "a, b")));
    }

    @Test
    void anEmptyPlaceIsFilledBehindASpace() {
        assertEquals("a: 5\n", YamlEdit.of("a:\n").orElseThrow().withYaml(List.of("a"), "5"));
        assertEquals("a:\n  - |\n     p\n     q", edited("a:\n  -", "p\nq", "a", 0));
        assertEquals("a:\n  - [5]\n", YamlEdit.of("a:\n  -\n").orElseThrow().withYaml(List.of("a", 0), "[5]"));
    }

    @Test
    void whatIsInQuotesIsTakenAsItIsOnlyWhereTheyClose() {
        YamlEdit edit = YamlEdit.of("a: 1\n").orElseThrow();
        assertEquals("a: 'x: y'\n", edit.withYaml(List.of("a"), "'x: y'"));
        assertEquals("a: '''x'\n", edit.withYaml(List.of("a"), "'x"));
        assertEquals("a: '[x'\n", edit.withYaml(List.of("a"), "[x"));
        assertEquals("a: \"[x,\\ny]\"\n", edit.withYaml(List.of("a"), "[x,\ny]"));
    }

    @Test
    void aFoldedTextEndsWithItsLastWord() {
        assertEquals("a: x\n\nb: 1\n", edited("a: >\n  p\n  q\n\nb: 1\n", "x", "a"));
        assertEquals("a: x\n\nb: 1\n", edited("a: |\n  p\n  q\n\nb: 1\n", "x", "a"));
        assertEquals(
                "p q",
                YamlEdit.of("a: >\n  p\n  q\n")
                        .orElseThrow()
                        .value(List.of("a"))
                        .orElseThrow());
    }

    @Test
    void aTextThatIsNoMapCannotBeChanged() {
        assertTrue(YamlEdit.of("[a]").isEmpty());
        assertTrue(YamlEdit.of("{").isEmpty());
        assertTrue(YamlEdit.of("").isEmpty());
    }

    @Test
    void everyValueOfEveryShippedQuestionCanBeReplacedByItself() throws IOException {
        int replaced = 0;
        try (Stream<Path> files = Files.walk(Path.of("db/bank"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                YamlEdit edit = YamlEdit.of(text).orElse(null);
                if (edit == null) {
                    continue;
                }
                Map<List<Object>, String> before = values(edit);
                int step = Math.max(1, before.size() / 12);
                int i = 0;
                for (List<Object> path : before.keySet()) {
                    if (i++ % step == 0) {
                        Map<List<Object>, String> expected = new LinkedHashMap<>(before);
                        expected.put(path, "zz: 1");
                        String changed = edit.with(path, "zz: 1");
                        assertEquals(expected, values(YamlEdit.of(changed).orElseThrow()), file + " " + path);
                        assertEquals(
                                text.chars().filter(letter -> letter == '#').count(),
                                changed.chars().filter(letter -> letter == '#').count()
                                        + before.get(path)
                                                .chars()
                                                .filter(letter -> letter == '#')
                                                .count(),
                                file + " " + path);
                        replaced++;
                    }
                }
            }
        }
        assertTrue(replaced > 500, replaced + " replaced");
    }

    /** The scalars of a text by their paths. */
    private static Map<List<Object>, String> values(YamlEdit edit) {
        Map<List<Object>, String> values = new LinkedHashMap<>();
        collect(edit.root(), List.of(), values);
        return values;
    }

    private static void collect(Node node, List<Object> path, Map<List<Object>, String> values) {
        if (node instanceof ScalarNode scalar) {
            values.put(path, scalar.getValue().stripTrailing());
        } else if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                collect(list.getValue().get(i), longer(path, i), values);
            }
        } else if (node instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                collect(entry.getValueNode(), longer(path, ((ScalarNode) entry.getKeyNode()).getValue()), values);
            }
        }
    }

    private static List<Object> longer(List<Object> path, Object step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }
}
