package gradus.question.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.expression.value.Value;
import gradus.question.Answer;
import gradus.question.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered in the place of a text that cannot be read, and which offers a student comes to see. */
class MendingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "= 42. | 42",
                "≈ 42 | 42",
                "정답: 42 | 42",
                "Answer: 42 | 42",
                "answer = 42 | 42",
                "(1+2 | (1+2)",
                "1+2) | 1+2",
                "[(1] | [(1)]",
                "= (1+2 | (1+2, = (1+2), (1+2)",
                "x += 2y | x + (2y)",
                "2½ | 2+½",
                "1,5 | 1.5",
                "1,5,2 | ",
                "2 3 | 2*3, 23",
                "3 apples | 3",
                "3개 | 3",
                "3 a | ",
                "4 // rounded | 4"
            })
    void theLikeliestIsOfferedFirst(String text, String offers) {
        assertEquals(offers == null ? "" : offers, String.join(", ", Mending.of(text)));
    }

    @Test
    void neitherTheTextItselfNorNothingIsOffered() {
        assertEquals(List.of(), Mending.of("42"));
        assertEquals(List.of(), Mending.of("="));
        assertEquals(List.of("50", "50/100"), Mending.of("50%"));
        assertEquals(List.of("|1*2|", "|12|", "1 2"), Mending.of("|1 2|"));
        assertEquals(List.of("1".repeat(1_999)), Mending.of("1".repeat(1_999) + "."));
        assertEquals(List.of(), Mending.of("1".repeat(2_000) + "."));
    }

    @Test
    void cellsOfARowAreNotOfferedAsFactorsOrDigits() {
        assertEquals(List.of(), Mending.of("1 2\n3 4 5"));
        assertEquals(List.of(), Mending.of("1, 2\n3, 4, 5"));
        assertEquals(List.of(), Mending.of("[1 2; 3 4 5]"));
        assertEquals(List.of("[[1,2*3]]", "[[1,23]]"), Mending.of("[[1,2 3]]"));
    }

    private static Answer answer(int number) {
        return new Answer.Plain(Value.of(number));
    }

    private static List<String> offers(String response, ReadingOf.Reader reader) {
        return ReadingOf.response(response, 100, reader) instanceof Reading.Unreadable unreadable
                ? unreadable.offers()
                : List.of("read");
    }

    @Test
    void onlyWhatCanBeReadIsOfferedAndThreeAtMost() {
        assertEquals(List.of("42"), offers("= 42", text -> {
            if (!text.equals("42")) {
                throw Unreadable.at(0, "grading.nul");
            }
            return answer(42);
        }));
        assertEquals(List.of("a", "b", "c"), offers("x", text -> {
            if (text.equals("x")) {
                throw Unreadable.at(0, "grading.nul").offering(List.of("a", "x", "a", "b", " ", "c", "d"));
            }
            return answer(1);
        }));
    }

    @Test
    void anOfferThatCannotBeReadLeadsToItsOwnOffers() {
        assertEquals(List.of("c"), offers("a", text -> {
            switch (text) {
                case "a" -> throw Unreadable.at(0, "grading.nul").offering(List.of("b"));
                case "b" -> throw Unreadable.at(0, "grading.nul").offering(List.of("c"));
                default -> {
                    return answer(3);
                }
            }
        }));
        int[] tries = {0};
        assertEquals(List.of(), offers("1", text -> {
            tries[0]++;
            throw Unreadable.at(0, "grading.nul").offering(List.of(text + "1"));
        }));
        assertEquals(25, tries[0], "the text itself and 24 others");
    }

    @Test
    void whatTurnsOutBlankIsBlankAndIsNotOffered() {
        assertEquals(new Reading.Blank(), ReadingOf.response("_", 1, text -> null));
        assertEquals(List.of(), offers("= _", text -> {
            if (text.equals("= _")) {
                throw Unreadable.at(0, "grading.nul");
            }
            return null;
        }));
        assertEquals(new Reading.Read(answer(1)), ReadingOf.response("1", 1, text -> answer(1)));
    }
}
