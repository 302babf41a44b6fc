package gradus.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grading.Grader;
import gradus.grading.PartResult;
import gradus.message.Message;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A file in Moodle's XML format as question files. Its elements are those that the documentation of Moodle shows
 * (docs.moodle.org, "Moodle XML format", read in November 2026); what it asks is our own.
 */
class MoodleXmlImportTest {
    private static Import read;

    @BeforeAll
    static void read() throws IOException {
        read = Import.of(resource("moodle.xml"));
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = MoodleXmlImportTest.class.getResourceAsStream("/exchange/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    static Question question(Import from, String id) {
        return QuestionFile.read(yaml(from, id), id + ".yaml");
    }

    static String yaml(Import from, String id) {
        return from.files().stream()
                .filter(file -> file.name().equals(id + ".yaml"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " in "
                        + from.files().stream().map(Import.QuestionText::name).toList()))
                .yaml();
    }

    /** The verdict, score and mistake of an answer to the only part. */
    static String graded(Question question, String answer) {
        Variant variant = Variant.draw(question, 1);
        PartResult part = Grader.grade(variant, Map.of(question.parts().get(0).id(), answer))
                .parts()
                .get(0);
        String mistake = part.mistake() == null ? "" : " " + part.mistake();
        return part.verdict().word() + " " + gradus.maths.Decimals.text(part.score()) + mistake;
    }

    private static ExchangeReport.Item item(String name) {
        return read.report().items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lost(String name) {
        return item(name).lost().stream().map(Message::key).toList();
    }

    @Test
    void everyQuestionIsInTheReportAndOnlyTheUnknownKindIsLeftOut() {
        assertEquals(
                List.of(
                        "multichoice CARRIED",
                        "multichoice CARRIED",
                        "truefalse CARRIED",
                        "shortanswer PARTLY",
                        "numerical PARTLY",
                        "matching CARRIED",
                        "essay CARRIED",
                        "description CARRIED",
                        "cloze CARRIED",
                        "calculated LEFT_OUT"),
                read.report().items().stream()
                        .map(item -> item.kind() + " " + item.outcome())
                        .toList());
        assertEquals(9, read.files().size());
        assertFalse(read.report().isComplete());
    }

    @Test
    void oneOptionKeepsTextsCreditsMessagesHintAndSolution() {
        Question question = question(read, "output-size");
        assertEquals("Output size", question.title().in(Locale.ENGLISH));
        assertEquals(List.of("Week 3", "convolution"), question.tags());
        assertEquals(
                "A **3×3** filter, no padding, on $5\\times5$:\n\nWhich size?",
                question.prompt().in(Locale.ENGLISH));
        assertEquals("$5-3+1=3$", Objects.requireNonNull(question.solution()).in(Locale.ENGLISH));
        assertEquals("Slide the window.", question.hints().get(0).say().in(Locale.ENGLISH));
        assertEquals("correct 2", graded(question, "b"));
        assertEquals("incorrect 0 option-a", graded(question, "a"));
        assertEquals("partial 1 option-c", graded(question, "c"));
        assertEquals(
                "That is with padding 1.",
                question.parts().get(0).mistakes().get(0).say().in(Locale.ENGLISH));
    }

    @Test
    void severalOptionsEarnAndCostTheirShares() {
        Question question = question(read, "regularizers");
        assertEquals("correct 1", graded(question, "a,b"));
        assertEquals("partial 0.5", graded(question, "a"));
        assertEquals("incorrect 0", graded(question, "a,c"));
    }

    @Test
    void whatIsTrueIsChosenInBothLanguages() {
        Question question = question(read, "bias-of-relu");
        assertEquals("correct 1", graded(question, "true"));
        assertEquals("incorrect 0 other", graded(question, "false"));
        assertEquals("참", question.parts().get(0).type().options().get(0).say().in(Locale.KOREAN));
    }

    @Test
    void wordsGoToAPersonAndTheReportSaysSo() {
        Question question = question(read, "optimizer-with-two-moments");
        assertTrue(question.parts().get(0).isGradedByPerson());
        assertEquals(
                "Adam", Objects.requireNonNull(question.parts().get(0).answer()).in(Locale.ENGLISH));
        assertEquals(
                List.of("exchange.words-by-person", "exchange.other-answers-lost"), lost("Optimizer with two moments"));
    }

    @Test
    void numbersKeepToleranceAndCreditAndASecondToleranceIsReported() {
        Question question = question(read, "slope");
        assertEquals("correct 1", graded(question, "3.009"));
        assertEquals("incorrect 0", graded(question, "3.02"));
        assertEquals("partial 0.5 m1", graded(question, "2.25"));
        assertEquals(List.of("exchange.answer-too-near"), lost("Slope"));
    }

    @Test
    void pairsAreATableWithEveryOption() {
        Question question = question(read, "who-does-what");
        assertEquals(3, question.parts().get(0).type().options().size());
        assertEquals("correct 1", graded(question, "[[a],[b]]"));
        assertEquals("partial 0.5", graded(question, "[[a],[c]]"));
    }

    @Test
    void textsAndDescriptions() {
        Question essay = question(read, "why-correlation");
        assertEquals("5", gradus.maths.Decimals.text(essay.points()));
        assertEquals(
                "The filter is learned.",
                Objects.requireNonNull(essay.parts().get(0).answer()).in(Locale.ENGLISH));
        Question description = question(read, "about-this-part");
        assertTrue(description.parts().get(0).work());
        assertEquals(
                "The next questions use ![a network](net-one.png).",
                description.prompt().in(Locale.ENGLISH));
        assertEquals(
                8,
                Objects.requireNonNull(read.files().stream()
                                .filter(file -> file.name().equals("about-this-part.yaml"))
                                .findFirst()
                                .orElseThrow()
                                .pictures()
                                .get("net-one.png"))
                        .length);
    }

    @Test
    void fieldsInsideATextBecomeParts() {
        Question question = question(read, "two-fields");
        assertEquals(
                "1+1 is **\\[1\\]** and the sky is **\\[2\\]**.",
                question.prompt().in(Locale.ENGLISH));
        Variant variant = Variant.draw(question, 1);
        assertEquals(
                List.of("1", "2"),
                Grader.grade(variant, Map.of("a1", "2", "a2", "b")).parts().stream()
                        .map(part -> gradus.maths.Decimals.text(part.score()))
                        .toList());
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() {
        String outside = "<?xml version=\"1.0\"?><!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<quiz><question type=\"essay\"><name><text>&x;</text></name></question></quiz>";
        assertEquals("exchange.no-entities", refusal(outside));
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE quiz [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        bomb.append("]><quiz><question type=\"essay\"><name><text>&a39;</text></name></question></quiz>");
        assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> assertEquals("exchange.no-entities", refusal(bomb.toString())));
        String undeclared = "<quiz><question type=\"essay\"><name><text>&nbsp;</text></name></question></quiz>";
        assertTrue(List.of("exchange.broken-xml", "exchange.no-entities").contains(refusal(undeclared)));
    }

    private static String refusal(String xml) {
        return assertThrows(ForeignFileException.class, () -> Import.of(xml.getBytes(StandardCharsets.UTF_8)), xml)
                .reason()
                .key();
    }

    @Test
    void whatIsNoQuizOrBrokenOrTooMuchIsRefusedWithTheReason() {
        assertEquals("exchange.not-moodle-xml", refusal("<html/>"));
        assertEquals("exchange.broken-xml", refusal("<quiz><question></quiz>"));
        assertEquals("exchange.no-questions", refusal("<quiz></quiz>"));
        assertEquals("exchange.too-nested", refusal("<quiz><question>" + "<a>".repeat(100)));
        assertEquals("exchange.too-nested", refusal("<quiz><question>" + "<a/>".repeat(30_000)));
        assertEquals("exchange.too-large", refusal("<quiz>" + " ".repeat(10 << 20)));
        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertEquals("exchange.no-questions", refusal("<quiz>" + "<a/>".repeat(2_500_000) + "</quiz>")));
    }

    @Test
    void bracesOfATextAreNoPlacesForValuesAndHtmlIsNoHtmlHere() {
        String xml =
                "<quiz><question type=\"essay\"><name><text>{{1/0}} <b></text></name><questiontext format=\"html\">"
                        + "<text>&lt;script&gt;alert(1)&lt;/script&gt;{{x}} $5 *and* \\(a^{{2}}\\)</text></questiontext>"
                        + "</question></quiz>";
        Import made = Import.of(xml.replace("<b>", "&lt;b&gt;").getBytes(StandardCharsets.UTF_8));
        Question question = QuestionFile.read(
                made.files().get(0).yaml(), made.files().get(0).name());
        assertEquals("{ {x}} \\$5 \\*and\\* $a^{ {2}}$", question.prompt().in(Locale.ENGLISH));
        assertEquals(
                "exchange.element-lost",
                made.report().items().get(0).lost().get(0).key());
    }
}
