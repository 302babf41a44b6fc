package gradus.question.format;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A text written into a file reads back as itself, and stands without quotes where it can. */
class ScalarTextTest {
    private static ScalarNode readBack(String yaml) {
        Node root = requireNonNull(YamlTree.read(yaml, new Problems("f", yaml)), yaml);
        return (ScalarNode) ((MappingNode) root).getValue().get(0).getValueNode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "~",
                "plain",
                "two words",
                "max(x, y)",
                "(a)",
                "-1",
                "1e-5",
                "-0.5E+3",
                "true",
                "No",
                "null",
                "a: b",
                "a:",
                "a #b",
                "#b",
                "a#b",
                "ends with space ",
                " begins with space",
                "it's",
                "\"said\"",
                "[1",
                "{a}",
                "a]",
                "b, c",
                "- a",
                "? a",
                "& a",
                "*a",
                "!a",
                "|",
                ">",
                "@",
                "%",
                "`",
                "back\\slash",
                "two\nlines",
                "a\ttab",
                "'\n'",
                "\r\n",
                "\u0001",
                "\u0085 next",
                "x\u2028y",
                "x\uFEFFy",
                "\uFEFF",
                "x\u007fy",
                "x\u0085y",
                "한글 '말'",
                "λ",
                "😀",
                "--- a",
                "... a"
            })
    void everyTextReadsBackAsItself(String text) {
        String flow = ScalarText.of(text, true);
        assertEquals(text, readBack("{a: " + flow + ", b: 1}").getValue(), flow);
        String line = ScalarText.of(text, false);
        assertEquals(text, readBack("a: " + line + "\nb: 1\n").getValue(), line);
    }

    @Test
    void quotesStandOnlyWhereTheyMust() {
        for (String text : new String[] {"plain", "two words", "(a)", "5", "-1", "1e-5", "a#b", "it's", "한글", "a:b"}) {
            assertEquals(text, ScalarText.of(text, true));
        }
        assertEquals("max(x, y)", ScalarText.of("max(x, y)", false));
        assertEquals("'max(x, y)'", ScalarText.of("max(x, y)", true));
        assertEquals("'Yes'", ScalarText.of("Yes", false));
        assertEquals("'it''s: so'", ScalarText.of("it's: so", false));
        assertEquals("\"two\\nlines\"", ScalarText.of("two\nlines", false));
    }

    @Test
    void aWordThatYamlTakesForSomethingElseStaysAText() {
        for (String word : new String[] {"true", "False", "NULL"}) {
            assertEquals(Tag.STR, readBack("a: " + ScalarText.of(word, false)).getTag(), word);
        }
    }
}
