package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Typical slips of students in the shipped questions: none is right, and each is told something. */
class SlipsTest {
    private static final long[] SEEDS = {11, 12, 13, 14, 15};

    static Stream<Named<TypicalSlips>> questions() throws IOException {
        return TypicalSlips.all().stream().map(slips -> Named.of(slips.question(), slips));
    }

    @Test
    void everyQuestionThatIsNotGradedByAPersonHasSome() throws IOException {
        Set<String> listed = new HashSet<>();
        TypicalSlips.all().forEach(slips -> listed.add(slips.question()));
        for (String id : ShippedBank.questionIds()) {
            boolean graded = ShippedBank.question(id).parts().stream().anyMatch(part -> part.expect() != null);
            assertEquals(graded, listed.contains(id), id);
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void areNamedOrLocated(TypicalSlips slips) {
        Question question = ShippedBank.question(slips.question());
        List<String> untold = new ArrayList<>();
        for (TypicalSlips.Slip slip : slips.slips()) {
            Part part = question.part(slip.part());
            int wrong = 0;
            for (long seed : SEEDS) {
                Variant variant = Variant.draw(question, seed);
                String typed = slip.typed(variant);
                PartResult graded =
                        Grader.grade(variant, Map.of(part.id(), typed)).part(part.id());
                if (graded.score().compareTo(part.points()) >= 0) {
                    continue;
                }
                wrong++;
                if (graded.mistake() == null && graded.feedback().isEmpty()) {
                    untold.add(seed + " " + part.id() + ": " + slip.text() + " = " + typed + " " + graded.verdict());
                }
            }
            assertTrue(wrong > 0, () -> part.id() + " " + slip.text() + " is right on all draws");
        }
        assertEquals(List.of(), untold, () -> String.join("\n", untold));
    }
}
