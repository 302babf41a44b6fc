package gradus.grading;

import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Comparison.Mark;
import gradus.question.Comparison.Outcome;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.List;

/** Everything that is right for a part of a variant: its key and the further answers that are accepted. */
final class Keys {
    private final Variant variant;
    private final Part part;

    Keys(Variant variant, Part part) {
        this.variant = variant;
        this.part = part;
    }

    /** Whether the key and every accepted answer could be computed. */
    boolean areComplete() {
        return variant.key(part).isFinite()
                && variant.accepts(part).size() == part.accept().size();
    }

    /** Compares an answer with each in turn: the first that it equals, or else the one with the most right cells. */
    Match best(Answer given) {
        Answer key = variant.key(part);
        Match best = Match.of(part.type().compare(given, key, part), key, null);
        if (best.isFull()) {
            return best;
        }
        boolean unsure = best.comparison().outcome() == Outcome.UNSURE;
        for (Variant.Further further : variant.accepts(part)) {
            Comparison comparison = part.type().compare(given, further.answer(), part);
            Match match =
                    Match.of(comparison, further.answer(), further.accept().note());
            if (match.isFull()) {
                return match;
            }
            unsure |= comparison.outcome() == Outcome.UNSURE;
            if (part.type().cellsStandAlone()) {
                best = Match.of(anyRight(best.comparison(), comparison));
            } else if (match.counting() > best.counting()) {
                best = match;
            }
        }
        return unsure ? Match.of(Comparison.unsure(Message.of("grading.cannot-tell"))) : best;
    }

    /** Where cells are graded independently, a cell is right if it is right in any accepted answer. */
    private static Comparison anyRight(Comparison one, Comparison other) {
        List<Mark> marks = new ArrayList<>(one.cells());
        for (int i = 0; i < marks.size(); i++) {
            if (other.cells().get(i) == Mark.RIGHT) {
                marks.set(i, Mark.RIGHT);
            }
        }
        return Comparison.ofCells(marks);
    }
}
