package gradus.question.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.expression.read.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is copied along from a notebook, a chat or a terminal is taken away, and what is left keeps its place. */
class CopiedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`42` | 42",
                "' `[1, 2]` ' | [1, 2]",
                "```[1, 2]``` | [1, 2]",
                "```1+2``` | 1+2",
                ">>> 42 | 42",
                "Out[3]: 42 | 42",
                "In [12]: 42 | 42",
                "`>>> 42` | 42",
                ">>>42 | >>>42",
                "a[0]: 42 | a[0]: 42",
                "42 | 42",
                "``` ``` | ``` ```",
                "`1` `2` | `1` `2`"
            })
    void onlyWhatWasMeantIsLeft(String response, String bare) {
        assertEquals(bare, Copied.bare(response).strip());
        assertEquals(response.length(), Copied.bare(response).length());
    }

    @Test
    void aBlockMayNameItsLanguageOnItsFirstLine() {
        assertEquals("[1, 2]", Copied.bare("```python\n[1, 2]\n```\n").strip());
        assertEquals("          [1, 2]\n    ", Copied.bare("```python\n[1, 2]\n```\n"));
        assertEquals("abc", Copied.bare("```abc```").strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "np.float64(1.5) | 1.5",
                "numpy.int32(-2) | -2",
                "jnp.float32(3) | 3",
                "np.float_(4) | 4",
                "np.uint8(5) | 5",
                "map.float64(6) | map.float64(6)",
                "np.sqrt(7) | np.sqrt(7)",
                "1.5 | 1.5"
            })
    void aNumberThatSaysItsTypeIsTheNumber(String typed, String number) {
        assertEquals(number, Copied.withoutTypes(PlainText.of(typed)).text().strip());
    }

    @Test
    void eachNumberOfAListStaysInItsPlace() {
        assertEquals(
                "[           1.5 ,          2 ]",
                Copied.withoutTypes(PlainText.of("[np.float64(1.5), np.int32(2)]"))
                        .text());
    }
}
