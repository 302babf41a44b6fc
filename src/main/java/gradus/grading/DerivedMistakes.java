package gradus.grading;

import gradus.expression.value.ExpressionException;
import gradus.grading.fault.Fault;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.DrawException;
import gradus.question.Drawing;
import gradus.question.Mistake;
import gradus.question.Part;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mistakes in a file that need not be written there, because the grader derives them from the key's formula by itself. */
public final class DerivedMistakes {
    private static final int VARIANTS = 3;

    private DerivedMistakes() {}

    /**
     * One message for each, at its place in the file, with the fault that gave the same answer on every variant
     * tried; empty if no variant can be drawn.
     */
    public static List<Problem> of(Question question) {
        List<Variant> variants = new ArrayList<>();
        try {
            for (long seed = 0; seed < (Drawing.isRandom(question, Map.of()) ? VARIANTS : 1); seed++) {
                variants.add(Variant.draw(question, seed));
            }
        } catch (DrawException nothing) {
            return List.of();
        }
        List<Problem> derived = new ArrayList<>();
        for (Part part : question.parts()) {
            for (Mistake mistake : part.mistakes()) {
                Fault fault = everywhere(variants, part, mistake);
                if (fault != null) {
                    derived.add(question.problem(
                            Message.of("grading.check-derived", mistake.id(), part.id(), fault.id()),
                            part.id(),
                            mistake.id()));
                }
            }
        }
        return derived;
    }

    private static @Nullable Fault everywhere(List<Variant> variants, Part part, Mistake mistake) {
        Fault found = null;
        for (Variant variant : variants) {
            Fault fault = on(variant, part, mistake);
            if (fault == null || found != null && !found.id().equals(fault.id())) {
                return null;
            }
            found = fault;
        }
        return found;
    }

    private static @Nullable Fault on(Variant variant, Part part, Mistake mistake) {
        for (Variant.Wrong wrong : variant.mistakes(part)) {
            if (wrong.mistake() == mistake) {
                Tensor cells = Suspect.numbers(wrong.answer());
                try {
                    Answer key = variant.key(part);
                    if (wrong.answer() instanceof Answer.Formula formula && key instanceof Answer.Formula sought) {
                        return FormulaFaults.of(variant, part, sought)
                                .whole(formula, Set.of())
                                .fault();
                    }
                    return cells != null && key instanceof Answer.Plain sought && Suspect.numbers(key) != null
                            ? NumberFaults.of(variant, part, sought)
                                    .whole(cells, Set.of())
                                    .fault()
                            : null;
                } catch (ExpressionException impossible) {
                    return null;
                }
            }
        }
        return null;
    }
}
