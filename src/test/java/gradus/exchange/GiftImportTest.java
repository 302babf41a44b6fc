package gradus.exchange;

import static gradus.exchange.MoodleXmlImportTest.graded;
import static gradus.exchange.MoodleXmlImportTest.question;
import static gradus.exchange.MoodleXmlImportTest.resource;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.message.Message;
import gradus.question.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A text in GIFT as question files. Its signs are those that the documentation of Moodle shows (docs.moodle.org, "GIFT format",
 * read in November 2026); what it asks is our own.
 */
class GiftImportTest {
    private static Import read;

    @BeforeAll
    static void read() throws IOException {
        read = Import.of(resource("examples.gift"));
    }

    @Test
    void everyFormIsToldApart() {
        assertEquals(
                List.of(
                        "truefalse",
                        "multichoice",
                        "multichoice",
                        "shortanswer",
                        "matching",
                        "numerical",
                        "numerical",
                        "numerical",
                        "numerical",
                        "essay",
                        "description",
                        "multichoice"),
                read.report().items().stream().map(ExchangeReport.Item::kind).toList());
    }

    private static List<String> lost(int place) {
        return read.report().items().get(place).lost().stream()
                .map(Message::key)
                .toList();
    }

    @Test
    void statementsKeepIdTagsAndTheMessageForTheWrongOne() {
        Question question = question(read, "relu-negative");
        assertEquals(List.of("Quiz one", "activations"), question.tags());
        assertEquals("ReLU of -1 is 0.", question.prompt().in(Locale.ENGLISH).replace("\\", ""));
        assertEquals("correct 1", graded(question, "true"));
        assertEquals("incorrect 0 other", graded(question, "false"));
        assertEquals(
                "Look at max(0, x).",
                question.parts().get(0).mistakes().get(0).say().in(Locale.ENGLISH));
    }

    @Test
    void optionsKeepCreditsAndMessages() {
        Question one = question(read, "q2");
        assertEquals("correct 1", graded(one, "a"));
        assertEquals("incorrect 0 option-b", graded(one, "b"));
        assertEquals("partial 0.5 option-c", graded(one, "c"));
        assertEquals(List.of("exchange.praise-lost"), lost(1));
        Question several = question(read, "which-of-these-are-losses");
        assertEquals("correct 1", graded(several, "a,b"));
        assertEquals(List.of("exchange.shares-lost"), lost(2));
    }

    @Test
    void aWordInASentenceLeavesAGap() {
        Question question = question(read, "two-plus");
        assertEquals("Two plus \\_\\_\\_\\_\\_ equals four.", question.prompt().in(Locale.ENGLISH));
        assertTrue(question.parts().get(0).isGradedByPerson());
        assertEquals(
                "two / 2",
                Objects.requireNonNull(question.parts().get(0).answer()).in(Locale.ENGLISH));
    }

    @Test
    void pairsAndAnOptionOfNobody() {
        Question question = question(read, "layers");
        assertEquals(3, question.parts().get(0).type().options().size());
        assertEquals("correct 1", graded(question, "[[a],[b]]"));
    }

    @Test
    void numbersAreExactOrWithinATolerance() {
        assertEquals("correct 1", graded(question(read, "q6"), "5"));
        assertEquals("incorrect 0", graded(question(read, "q6"), "5.1"));
        assertEquals("correct 1", graded(question(read, "q7"), "1"));
        Question year = question(read, "q8");
        assertEquals("correct 1", graded(year, "1998"));
        assertEquals("incorrect 0", graded(year, "1999"));
        assertEquals("partial 0.25 m1", graded(year, "2012"));
        assertEquals(List.of("exchange.answer-too-near"), lost(8));
    }

    @Test
    void textsEscapesAndForms() {
        assertTrue(question(read, "essay").parts().get(0).isGradedByPerson());
        Question nothing = question(read, read.report().items().get(10).id());
        assertEquals(
                "This text asks nothing, and { stands in it }: $\\frac{1}{2}$.",
                nothing.prompt().in(Locale.ENGLISH));
        Question formed = question(read, "formed");
        assertEquals("What is **bold**?", formed.prompt().in(Locale.ENGLISH));
        assertEquals(
                "*this*", formed.parts().get(0).type().options().get(0).say().in(Locale.ENGLISH));
        assertEquals("It is this.", Objects.requireNonNull(formed.solution()).in(Locale.ENGLISH));
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[] korean = new byte[] {(byte) 0xB0, (byte) 0xA1, '{', '}'};
        assertEquals(
                "exchange.not-utf-8",
                assertThrows(ForeignFileException.class, () -> Import.of(korean))
                        .reason()
                        .key());
        assertEquals(
                "exchange.no-questions",
                assertThrows(
                                ForeignFileException.class,
                                () -> Import.of("// only this\n".getBytes(StandardCharsets.UTF_8)))
                        .reason()
                        .key());
    }

    @Test
    void anOpenBraceIsReportedAndNothingElseSuffers() {
        Import two = Import.of("One {=a ~b\n\nTwo {T}\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of(ExchangeReport.Item.Outcome.LEFT_OUT, ExchangeReport.Item.Outcome.CARRIED),
                two.report().items().stream().map(ExchangeReport.Item::outcome).toList());
    }
}
