package gradus.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.format.YamlItems.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The items of a list in another order, with some gone and some new; what was typed around them stays. */
class YamlItemsTest {
    private static final String LINES = """
            id: mid   # the name
            questions:   # four of them
              - a   # first
              # about b
              - {question: b,
                 points: 2}
              - c
            title: Mid
            """;

    private static String arranged(String text, Item... wanted) {
        return YamlItems.of(text, "questions").orElseThrow().arranged(List.of(wanted));
    }

    private static Item old(int was) {
        return new Item(was, "");
    }

    private static Item fresh(String text) {
        return new Item(-1, text);
    }

    @Test
    void itemsOnLinesTakeTheirCommentsAlong() {
        assertEquals(3, YamlItems.of(LINES, "questions").orElseThrow().count());
        assertEquals(LINES, arranged(LINES, old(0), old(1), old(2)));
        assertEquals("""
                id: mid   # the name
                questions:   # four of them
                  - c
                  - a   # first
                  - {question: d}
                title: Mid
                """, arranged(LINES, old(2), old(0), fresh("{question: d}")));
        assertEquals("""
                id: mid   # the name
                questions:   # four of them
                  # about b
                  - {question: b,
                     points: 2}
                title: Mid
                """, arranged(LINES, old(1)));
    }

    @Test
    void aFileMayEndWithItsList() {
        assertEquals("questions:\n  - b\n  - a\n", arranged("questions:\n  - a\n  - b", old(1), old(0)));
        assertEquals(
                "questions:\n  - a\n  - b\n  - c\n", arranged("questions:\n  - a\n  - b", old(0), old(1), fresh("c")));
    }

    @Test
    void itemsInBracketsKeepWhatStandsBetweenThem() {
        String text = "questions: [a,  b, {question: c}]   # three\ntitle: Mid\n";
        assertEquals(text, arranged(text, old(0), old(1), old(2)));
        assertEquals("questions: [{question: c},  a]   # three\ntitle: Mid\n", arranged(text, old(2), old(0)));
        assertEquals(
                "questions: [a,  b, {question: c}, d]   # three\ntitle: Mid\n",
                arranged(text, old(0), old(1), old(2), fresh("d")));
    }

    @Test
    void aListCanBecomeEmptyAndBeFilled() {
        assertEquals("id: mid   # the name\nquestions: []\ntitle: Mid\n", arranged(LINES));
        assertEquals("questions: []\nb: 1\n", arranged("questions: [a, b]\nb: 1\n"));
        assertEquals("questions:\n  - a\n  - b\nb: 1\n", arranged("questions: []\nb: 1\n", fresh("a"), fresh("b")));
        assertEquals("questions: []", arranged("questions:\n  - a\n  - b"));
        assertEquals(0, YamlItems.of("questions: []", "questions").orElseThrow().count());
    }

    @Test
    void onlyAListHasItems() {
        assertTrue(YamlItems.of("questions: a", "questions").isEmpty());
        assertTrue(YamlItems.of("other: [a]", "questions").isEmpty());
        assertTrue(YamlItems.of("[questions]", "questions").isEmpty());
        assertTrue(YamlItems.of("{", "questions").isEmpty());
    }
}
