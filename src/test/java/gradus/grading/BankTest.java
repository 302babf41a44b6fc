package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.exam.ExamEntry;
import gradus.grading.check.QuestionCheck;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every shipped question keeps, on many variants. */
class BankTest {
    private static final int SEEDS = Integer.getInteger("gradus.variants", 25);
    /** Two braces may also begin the letters of a formula, {@code {{y_1}_2}}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}]*}}");

    static List<String> questionIds() {
        return ShippedBank.questionIds();
    }

    @Test
    void theFinalAsksTheOriginalExamForOneHundredPoints() {
        List<ExamEntry> asked = ShippedBank.exam("deep-learning-final");
        assertEquals(
                List.of("1", "2", "3", "4", "5", "5-a", "5-b", "7", "8", "9", "10"),
                asked.stream().map(ExamEntry::label).toList());
        assertEquals(
                BigFraction.of(100), asked.stream().map(ExamEntry::points).reduce(BigFraction.ZERO, BigFraction::add));
    }

    @Test
    void theOriginalIsPractisedOnTheDataOfTheFinal() {
        assertEquals(
                ShippedBank.exam("deep-learning-final").toString(),
                ShippedBank.exam("deep-learning-original").toString());
    }

    @Test
    void theExamsTogetherAskEveryQuestion() {
        Set<String> asked = new HashSet<>();
        for (String exam : ShippedBank.examIds()) {
            ShippedBank.exam(exam).forEach(question -> asked.add(question.question()));
        }
        assertEquals(new HashSet<>(questionIds()), asked);
    }

    @ParameterizedTest
    @MethodSource("questionIds")
    void isWrittenInBothLanguages(String id) {
        Question question = ShippedBank.question(id);
        Set<String> both = Set.of("ko", "en");
        assertEquals(both, question.title().byLanguage().keySet());
        assertEquals(both, question.prompt().byLanguage().keySet());
        for (Part part : question.parts()) {
            part.mistakes()
                    .forEach(mistake -> assertEquals(
                            both, mistake.say().byLanguage().keySet(), () -> part.id() + " " + mistake.id()));
        }
    }

    @ParameterizedTest
    @MethodSource("questionIds")
    void keepsWhatCheckAsksOfEveryQuestion(String id) {
        QuestionCheck.Report report = QuestionCheck.of(ShippedBank.question(id), Map.of(), SEEDS);
        assertEquals(
                List.of(),
                report.problems().stream()
                        .map(problem -> problem.message().in(Locale.ENGLISH))
                        .toList());
        assertTrue(report.variants() == 1 || report.variants() == SEEDS, "variants: " + report.variants());
    }

    @ParameterizedTest
    @MethodSource("questionIds")
    void noPlaceholderIsLeftInItsTexts(String id) {
        Question question = ShippedBank.question(id);
        Variant variant = Variant.draw(question, 0);
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            String all = variant.prompt(language) + variant.solution(language, true);
            for (Part part : question.parts()) {
                all += variant.label(part, language);
            }
            assertFalse(PLACEHOLDER.matcher(all).find(), all);
        }
    }

    @ParameterizedTest
    @MethodSource("questionIds")
    void everyKeyCanBeChangedNoticeably(String id) {
        Variant variant = Variant.draw(ShippedBank.question(id), 0);
        for (Part part : variant.question().parts()) {
            assertTrue(part.expect() == null || part.type().changed(variant.key(part), part) != null, part.id());
        }
    }
}
