package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import gradus.exam.ExamEntry;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every shipped question keeps, on many variants. */
class BankTest {
    private static final int SEEDS = 200;
    private static final int SOME = 20;
    private static final Map<String, List<Variant>> DRAWN = new ConcurrentHashMap<>();

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
    void everyTextCanBeFilledIn(String id) {
        onVariants(id, (question, variant) -> {
            for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                String all = variant.prompt(language) + variant.solution(language);
                for (Part part : question.parts()) {
                    all += variant.label(part, language);
                }
                assertFalse(all.contains("{{"), all);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("questionIds")
    void theDisplayedKeyTypedBackScoresFull(String id) {
        onVariants(id, (question, variant) -> {
            Result result = Grader.grade(variant, keys(question, variant));
            for (Part part : graded(question)) {
                PartResult graded = result.part(part.id());
                assertEquals(Verdict.CORRECT, graded.verdict(), () -> part.id() + " " + variant.params());
                assertEquals(part.points(), graded.score());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("questionIds")
    void everyMistakeNamesItselfAndScoresItsCredit(String id) {
        onVariants(id, (question, variant) -> {
            for (Part part : graded(question)) {
                for (Variant.Wrong wrong : variant.mistakes(part)) {
                    String typed = part.type().print(wrong.answer(), part);
                    PartResult graded =
                            Grader.grade(variant, Map.of(part.id(), typed)).part(part.id());
                    String where = part.id() + " " + wrong.mistake().id() + " " + typed + " of " + variant.params();
                    if (isLetBe(part, wrong, graded)) {
                        continue;
                    }
                    assertEquals(wrong.mistake().id(), graded.mistake(), where);
                    assertEquals(
                            scoreOf(wrong, part, graded, variant.key(part)),
                            graded.score().doubleValue(),
                            1e-12,
                            where);
                }
            }
        });
    }

    /** Whether a mistake came to the same as the key, or as another that was named, of which the file says that it may. */
    private static boolean isLetBe(Part part, Variant.Wrong wrong, PartResult graded) {
        String other = graded.verdict() == Verdict.CORRECT ? Part.KEY : graded.mistake();
        return other != null
                && !other.equals(wrong.mistake().id())
                && part.mayEqual().contains(Set.of(wrong.mistake().id(), other));
    }

    /** The better of the mistake's credit and its right cells, of which zeros count only beside another. */
    private static double scoreOf(Variant.Wrong wrong, Part part, PartResult graded, Answer key) {
        List<Verdict> cells = graded.cells();
        long right = cells.stream().filter(Verdict.CORRECT::equals).count();
        Tensor due = Suspect.numbers(key);
        boolean beside = due == null || due.size() != cells.size() || Likeness.largest(due) == 0;
        for (int i = 0; due != null && !beside && i < cells.size(); i++) {
            beside = cells.get(i) == Verdict.CORRECT && due.cell(i) != 0;
        }
        double share = cells.isEmpty() || !beside ? 0 : (double) right / cells.size();
        return part.points().doubleValue() * Math.max(wrong.mistake().credit(), share);
    }

    @ParameterizedTest
    @MethodSource("questionIds")
    void aChangedKeyScoresLess(String id) {
        onSome(id, (question, variant) -> {
            for (Part part : graded(question)) {
                assertNotNull(part.type().changed(variant.key(part), part), part.id());
            }
            ChangedKeys.ofFull(
                    variant, graded(question), (part, typed) -> fail(part.id() + " " + typed + " " + variant.params()));
        });
    }

    @ParameterizedTest
    @MethodSource("questionIds")
    void whatCannotBeReadIsNotGraded(String id) {
        Question question = ShippedBank.question(id);
        Variant variant = Variant.draw(question, 1);
        for (Part part : graded(question)) {
            for (String typed : List.of("((", "ㅡㅁㅌ(0,ㅌ)", "1e999", "<script>", "NaN")) {
                PartResult graded =
                        Grader.grade(variant, Map.of(part.id(), typed)).part(part.id());
                assertEquals(Verdict.UNREADABLE, graded.verdict(), () -> part.id() + " " + typed);
                assertEquals(BigFraction.ZERO, graded.score());
            }
            assertEquals(
                    Verdict.BLANK,
                    Grader.grade(variant, Map.of(part.id(), " "))
                            .part(part.id())
                            .verdict());
        }
    }

    /** On some of the variants: what is not right is looked into at length. */
    private static void onSome(String id, BiConsumer<Question, Variant> claim) {
        DRAWN.computeIfAbsent(id, BankTest::drawn).stream()
                .limit(SOME)
                .forEach(variant -> claim.accept(variant.question(), variant));
    }

    private static void onVariants(String id, BiConsumer<Question, Variant> claim) {
        for (Variant variant : DRAWN.computeIfAbsent(id, BankTest::drawn)) {
            claim.accept(variant.question(), variant);
        }
    }

    /** Two hundred variants; one where nothing is drawn. */
    private static List<Variant> drawn(String id) {
        Question question = ShippedBank.question(id);
        return LongStream.range(0, question.params().isEmpty() ? 1 : SEEDS)
                .mapToObj(seed -> Variant.draw(question, seed))
                .toList();
    }

    private static List<Part> graded(Question question) {
        return question.parts().stream().filter(part -> part.expect() != null).toList();
    }

    private static Map<String, String> keys(Question question, Variant variant) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Part part : graded(question)) {
            keys.put(part.id(), part.type().print(variant.key(part), part));
        }
        return keys;
    }
}
