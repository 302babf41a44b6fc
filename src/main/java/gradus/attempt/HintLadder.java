package gradus.attempt;

import gradus.grading.PartResult;
import gradus.grading.work.WorkedHints;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Hint;
import gradus.question.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The hints of a question in the order in which practice gives them: its author's, which name the idea, then for the part that
 * one is at its rule in symbols, and then its first step with the numbers. None says what comes out.
 */
public record HintLadder(QuestionInAttempt asked) {
    private static final String RULE = "rule";
    private static final String STEP = "step";

    /**
     * One of them.
     *
     * @param name what is kept of it once it is taken
     * @param part null for one of the author's
     */
    public record Rung(String name, @Nullable Part part) {
        private static Rung of(String kind, Part part) {
            return new Rung(kind + " " + part.id(), part);
        }

        private boolean isRule() {
            return name.startsWith(RULE);
        }
    }

    /** A hint that was taken, with its head: "Formula: correlation". Markdown with LaTeX. */
    public record Shown(String head, String text) {}

    /** Those that were taken, as they are shown. */
    public List<Shown> taken(Locale language) {
        List<Shown> shown = new ArrayList<>();
        for (String name : asked.hints()) {
            rung(name).flatMap(rung -> shown(rung, language)).ifPresent(shown::add);
        }
        return shown;
    }

    /** The next one; empty where there is none. */
    public Optional<Rung> next() {
        int taken = asked.hintsTaken();
        if (taken < asked.question().hints().size()) {
            return Optional.of(new Rung(Integer.toString(taken + 1), null));
        }
        return asked.question().parts().stream()
                .filter(part -> !part.work() && !part.isGradedByPerson() && isOpen(part))
                .sorted(Comparator.comparing(part -> !asked.text(part).isBlank() && !asked.isChecked()))
                .map(this::next)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private @Nullable Rung next(Part part) {
        Rung rule = Rung.of(RULE, part);
        Rung step = Rung.of(STEP, part);
        WorkedHints worked = WorkedHints.of(asked.variant(), part);
        if (worked.rule() != null && !asked.hints().contains(rule.name())) {
            return rule;
        }
        return worked.firstStep() != null && !asked.hints().contains(step.name()) && isReached(part) ? step : null;
    }

    /** What the button says: which hint it gives, and how many of which points that costs. Markdown with LaTeX. */
    public String offer(Rung rung, Locale language) {
        Part part = rung.part();
        if (part == null) {
            Hint hint = asked.question().hints().get(asked.hintsTaken());
            BigFraction all = asked.row().points();
            BigFraction cost = Decimals.exactly(hint.cost()).multiply(all);
            return (cost.signum() == 0
                            ? Message.of("attempt.hint-free")
                            : Message.of("attempt.hint", Decimals.text(cost), points(all)))
                    .in(language);
        }
        BigFraction most = asked.points(part);
        return Message.of(
                        rung.isRule() ? "attempt.hint-rule" : "attempt.hint-step",
                        asked.label(part, language),
                        Decimals.text(QuestionInAttempt.COST_OF_WORKED_HINT.multiply(most)),
                        points(most))
                .in(language);
    }

    private static Message points(BigFraction points) {
        return Message.of("attempt.points", Decimals.text(points));
    }

    /** Whether a part is not known to be right. */
    private boolean isOpen(Part part) {
        return !asked.isChecked() || !isRight(part);
    }

    private boolean isRight(Part part) {
        PartResult result = asked.result(part);
        return result.score().equals(result.points());
    }

    /** Whether all that a part builds on is known to be right: its first step has those numbers in it. */
    private boolean isReached(Part part) {
        return asked.question().partsBehind(asked.variant().expect(part), part).stream()
                .map(asked.question()::part)
                .allMatch(earlier -> asked.isChecked() && isRight(earlier));
    }

    private Optional<Rung> rung(String name) {
        String[] words = name.split(" ", 2);
        return words.length == 1
                ? Optional.of(new Rung(name, null))
                : asked.question().parts().stream()
                        .filter(part -> part.id().equals(words[1]))
                        .findFirst()
                        .map(part -> new Rung(name, part));
    }

    private Optional<Shown> shown(Rung rung, Locale language) {
        Part part = rung.part();
        if (part == null) {
            int number = Integer.parseInt(rung.name());
            List<Hint> hints = asked.question().hints();
            return number > hints.size()
                    ? Optional.empty()
                    : Optional.of(new Shown(
                            Message.of("attempt.hint-idea").in(language),
                            asked.variant().fill(hints.get(number - 1).say(), language)));
        }
        WorkedHints worked = WorkedHints.of(asked.variant(), part);
        String latex = rung.isRule() ? worked.rule() : worked.firstStep();
        String head = Message.of(
                        rung.isRule() ? "attempt.hint-rule-of" : "attempt.hint-step-of", asked.label(part, language))
                .in(language);
        return latex == null ? Optional.empty() : Optional.of(new Shown(head, "$$" + latex + "$$"));
    }
}
