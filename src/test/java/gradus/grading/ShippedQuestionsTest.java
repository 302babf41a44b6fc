package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.QuestionFile;
import gradus.question.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every question that is shipped, on many variants of it. */
class ShippedQuestionsTest {
    private static final int SEEDS = Integer.getInteger("gradus.seeds", 200);

    static Stream<Path> questions() throws IOException {
        return Files.list(Path.of("db/bank/deep-learning/questions"))
                .filter(file -> file.toString().endsWith(".yaml"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void keysTypedBackAreRightAndMistakesAreNamed(Path file) throws IOException {
        Question question =
                QuestionFile.read(Files.readString(file), file.getFileName().toString());
        List<String> wrong = new ArrayList<>();
        for (long seed = 0; seed < (question.params().isEmpty() ? 1 : SEEDS); seed++) {
            Variant variant = Variant.draw(question, seed);
            Map<String, String> keys = new LinkedHashMap<>();
            for (Part part : question.parts()) {
                if (part.expect() != null) {
                    keys.put(part.id(), part.type().print(variant.key(part), part));
                }
            }
            for (PartResult result : Grader.grade(variant, keys).parts()) {
                if (keys.containsKey(result.id()) && result.verdict() != Verdict.CORRECT) {
                    wrong.add(seed + " " + result.id() + " key " + keys.get(result.id()) + ": " + said(result));
                }
            }
            for (Part part : question.parts()) {
                for (Variant.Wrong mistake :
                        part.expect() == null ? List.<Variant.Wrong>of() : variant.mistakes(part)) {
                    check(variant, part, mistake, keys, seed, wrong);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static void check(
            Variant variant,
            Part part,
            Variant.Wrong mistake,
            Map<String, String> keys,
            long seed,
            List<String> wrong) {
        Answer answer = mistake.answer();
        Map<String, String> typed = new LinkedHashMap<>(keys);
        typed.put(part.id(), part.type().print(answer, part));
        PartResult result = Grader.grade(variant, typed).part(part.id());
        boolean named = mistake.mistake().id().equals(result.mistake());
        double least = mistake.mistake().credit() * part.points().doubleValue() - 1e-9;
        if (!named || result.score().doubleValue() < least) {
            wrong.add(seed + " " + part.id() + "." + mistake.mistake().id() + " " + typed.get(part.id()) + ": "
                    + said(result));
        }
    }

    private static String said(PartResult result) {
        return result.verdict() + " " + result.score() + " " + result.mistake() + " " + result.reading() + " "
                + result.feedback().stream()
                        .map(said -> said.say().in(java.util.Locale.ENGLISH))
                        .toList()
                + result.notes();
    }
}
