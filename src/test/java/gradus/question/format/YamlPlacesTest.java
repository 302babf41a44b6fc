package gradus.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.message.Message;
import gradus.question.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a path to its place in a file, and back from a place to the path. */
class YamlPlacesTest {
    private static final String TEXT = """
            id: corr
            title: {ko: 상관, en: Corr}
            parts:
              - id: a
                expect: [x, [y, z]]
              - id: b
            """;

    private static final YamlPlaces PLACES = YamlPlaces.of(TEXT, "corr.yaml");

    private static String place(Object... path) {
        Problem problem = PLACES.problem(Message.of("question.file-empty"), path);
        assertEquals("corr.yaml", problem.file());
        assertEquals("question.file-empty", problem.message().key());
        return problem.line() + ":" + problem.column();
    }

    @Test
    void aPathLeadsToItsPlace() {
        assertEquals("1:1", place());
        assertEquals("2:21", place("title", "en"));
        assertEquals("5:18", place("parts", 0, "expect", 1, 0));
        assertEquals("6:9", place("parts", 1, "id"));
    }

    @Test
    void aPathThatIsNotThereLeadsAsFarAsItGoes() {
        assertEquals("1:1", place("prompt"));
        assertEquals("4:5", place("parts", 0, "label", "ko"));
        assertEquals("4:3", place("parts", 2, "id"));
        assertEquals("1:5", place("id", "id"));
        Problem nowhere = YamlPlaces.of("{", "f").problem(Message.of("question.file-empty"), "id");
        assertEquals("f:1:1", nowhere.file() + ":" + nowhere.line() + ":" + nowhere.column());
    }

    @Test
    void onlyWhatIsThereIsThere() {
        assertTrue(PLACES.has("title", "en"));
        assertFalse(PLACES.has("title", "de"));
        assertTrue(PLACES.has("parts", 1));
        assertFalse(PLACES.has("parts", 2));
        assertFalse(PLACES.has("parts", "id"));
        assertFalse(PLACES.has("id", "corr"));
        assertFalse(YamlPlaces.of("{", "f").has("id"));
    }

    @Test
    void aPlaceBelongsToTheLastThingThatBeganBeforeIt() {
        assertEquals(List.of("id"), PLACES.path(1, 1));
        assertEquals(List.of("title", "ko"), PLACES.path(2, 16));
        assertEquals(List.of("title", "en"), PLACES.path(2, 17));
        assertEquals(List.of("title", "en"), PLACES.path(2, 21));
        assertEquals(List.of("parts"), PLACES.path(3, 4));
        assertEquals(List.of("parts", 0, "expect", 1), PLACES.path(5, 17));
        assertEquals(List.of("parts", 0, "expect", 1, 0), PLACES.path(5, 18));
        assertEquals(List.of("parts", 0, "expect", 1, 1), PLACES.path(6, 4));
        assertEquals(List.of("parts", 1, "id"), PLACES.path(6, 5));
        assertEquals(List.of("parts", 1, "id"), PLACES.path(9, 1));
        assertEquals(List.of(), YamlPlaces.of("{", "f").path(1, 1));
    }
}
