package gradus.grading;

import gradus.expression.value.ExpressionException;
import gradus.grading.Diagnosis.Diagnosed;
import gradus.grading.Diagnosis.Finding;
import gradus.maths.Decimals;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.message.Words;
import gradus.question.Comparison;
import gradus.question.Comparison.Mark;
import gradus.question.Convention;
import gradus.question.Credit;
import gradus.question.FaultSetting;
import gradus.question.Mistake;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Text;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Grades one reading: against the key, on the student's own earlier answers, and by the known mistakes; and says why. */
final class PartGrading {
    private final Part part;
    private final Reading.Read reading;
    private final Variant variant;
    private final @Nullable Convention convention;
    private final List<Feedback> feedback = new ArrayList<>();
    private BigFraction score = BigFraction.ZERO;
    private Verdict verdict = Verdict.INCORRECT;
    private List<Verdict> cells = List.of();
    private @Nullable String mistake;
    private @Nullable FaultFound fault;

    PartGrading(Part part, Reading.Read reading, Variant variant, @Nullable Convention convention) {
        this.part = part;
        this.reading = reading;
        this.variant = variant;
        this.convention = convention;
    }

    /**
     * Grades the reading.
     *
     * @param follows how the part follows from earlier readings; asked only if the answer is not right
     * @param costOnce the mistakes that cost only once in this question and already have; this part's are added
     * @throws ExpressionException where the key cannot be computed
     */
    PartResult grade(Supplier<Following> follows, Set<String> costOnce) {
        Keys keys = new Keys(variant, part);
        Match direct = keys.best(reading.answer());
        if (direct.isFull()) {
            right(direct);
            return result();
        }
        if (direct.isUnsure() || !keys.areComplete()) {
            return PartResult.ungraded(
                    part,
                    reading,
                    Message.of(direct.isUnsure() ? "grading.unsure" : "grading.key-incomplete", part.id()));
        }
        Following following = follows.get();
        Match followed = following.forKey() == null ? null : followed(following.forKey());
        score(direct, followed);
        withheld(following.withheld());
        boolean explained = followed != null && followed.isFull();
        Diagnosed diagnosed = explained ? Diagnosed.NOTHING : Diagnosis.of(reading.answer(), part, variant, following);
        Finding finding = diagnosed.finding();
        fault = diagnosed.place();
        if (finding instanceof Finding.Authored authored) {
            blame(authored, costOnce);
        } else if (finding instanceof Finding.Derived derived) {
            mistake = derived.id();
            List<Feedback> words = new FaultWords(derived.fault(), part, variant).about(reading.answer());
            feedback.addAll(words);
            if (words.stream().noneMatch(said -> said.kind() == Feedback.Kind.MISTAKE)) {
                departure(direct);
            }
            nearly(derived.nearness());
            settle(derived, costOnce);
        } else if (finding instanceof Finding.BuiltIn builtIn) {
            mistake = builtIn.id();
            feedback.addAll(builtIn.words());
        } else if (verdict != Verdict.FOLLOWS_THROUGH) {
            departure(direct);
            if (fault != null && feedback.isEmpty()) {
                feedback.addAll(StepWords.of(fault, part, variant));
            }
            feedback.addAll(FormulaRepair.of(reading.answer(), part, variant));
        }
        return result();
    }

    private void right(Match direct) {
        score = part.points();
        verdict = Verdict.CORRECT;
        cells = direct.verdicts(direct);
        Text note = direct.note();
        if (note != null) {
            tell(Feedback.Kind.NOTE, AuthorWords.note(note, part, variant));
        }
        if (convention != null
                && convention.say() != null
                && convention.expect().containsKey(part.id())) {
            tell(
                    Feedback.Kind.NOTE,
                    new AuthorWords(AuthorWords.Source.CONVENTION, convention.id(), variant, convention.say()));
        }
    }

    /**
     * Compares the answer with what is right on the student's own earlier answers; null if that cannot be computed or
     * too little is right.
     */
    private @Nullable Match followed(Variant own) {
        try {
            Keys keys = new Keys(own, part);
            Match match = own.key(part).isFinite() ? keys.best(reading.answer()) : null;
            return match == null || match.isUnsure() || !match.isMostlyRight() ? null : match;
        } catch (ExpressionException impossible) {
            return null;
        }
    }

    /** Scores the better of the direct comparison and follow-through. */
    private void score(Match direct, @Nullable Match followed) {
        BigFraction straight = earned(direct);
        BigFraction following = followed == null
                ? BigFraction.ZERO
                : Decimals.exactly(part.followThrough().credit()).multiply(earned(followed));
        if (followed != null && following.compareTo(straight) > 0) {
            score = following;
            verdict = Verdict.FOLLOWS_THROUGH;
            cells = followed.verdicts(direct);
            followThrough(followed);
        } else {
            score = straight;
            verdict = byScore();
            cells = direct.verdicts(direct);
            narrate(direct);
        }
    }

    /** Says why an answer that is right on made-up readings earns nothing by that. */
    private void withheld(@Nullable Variant own) {
        Match followed = own == null ? null : followed(own);
        if (followed != null && followed.isFull()) {
            tell(Feedback.Kind.NOTE, Message.of("grading.built-on-nothing"));
        }
    }

    private void followThrough(Match followed) {
        String percent = Decimals.percent(part.followThrough().credit());
        int count = followed.comparison().cells().size();
        tell(
                Feedback.Kind.CREDIT,
                followed.isFull()
                        ? Message.of("grading.follows-through", percent)
                        : Message.of("grading.cells-follow-through", followed.right(), count, percent));
        if (followed.comparison().remark() != null) {
            tell(Feedback.Kind.NOTE, followed.comparison().remark());
        }
    }

    /** Says where an array first differs from the key, when the reason is unknown. */
    private void departure(Match match) {
        int first = match.comparison().cells().indexOf(Mark.WRONG);
        Tensor given = Suspect.numbers(reading.answer());
        if (first < 0
                || given == null
                || given.size() < 2
                || given.size() != match.comparison().cells().size()) {
            return;
        }
        boolean table = given.rank() == 2 && given.rows() > 1 && given.columns() > 1;
        tell(
                Feedback.Kind.MISTAKE,
                table
                        ? Message.of(
                                "grading.first-wrong-cell", first / given.columns() + 1, first % given.columns() + 1)
                        : Message.of("grading.first-wrong-number", first + 1));
    }

    private BigFraction earned(Match match) {
        Comparison comparison = match.comparison();
        if (comparison.isEqual()) {
            return part.points();
        }
        if (comparison.cells().isEmpty() || part.credit() == Credit.ALL_OR_NOTHING) {
            return BigFraction.ZERO;
        }
        BigFraction share = comparison.share();
        return part.points()
                .multiply(
                        share == null
                                ? BigFraction.of(
                                        match.counting(), comparison.cells().size())
                                : share);
    }

    private Verdict byScore() {
        if (score.signum() == 0) {
            return Verdict.INCORRECT;
        }
        return score.equals(part.points()) ? Verdict.CORRECT : Verdict.PARTIAL;
    }

    private void blame(Finding.Authored found, Set<String> costOnce) {
        Mistake known = found.mistake();
        mistake = known.id();
        if (found.fault() == null) {
            tell(Feedback.Kind.MISTAKE, AuthorWords.of(known, variant));
        } else {
            feedback.addAll(new FaultWords(found.fault(), part, variant).about(reading.answer()));
        }
        nearly(found.nearness());
        credit(known.once() ? known.id() : null, known.credit(), found.onOwnAnswers(), costOnce);
    }

    /**
     * Scores the better of a wrong procedure's credit and the answer's right cells.
     *
     * @param once the name of what costs only once in a question; null if it costs each time
     */
    private void credit(@Nullable String once, double credit, boolean onOwnAnswers, Set<String> costOnce) {
        if (once != null && !costOnce.add(once)) {
            score = part.points();
            verdict = Verdict.FOLLOWS_THROUGH;
            tell(Feedback.Kind.CREDIT, Message.of("grading.costs-once"));
            return;
        }
        double share = credit * (onOwnAnswers ? part.followThrough().credit() : 1);
        BigFraction earned = Decimals.exactly(share).multiply(part.points());
        if (earned.compareTo(score) > 0) {
            score = earned;
            verdict = byScore();
            tell(Feedback.Kind.CREDIT, Message.of("grading.mistake-credit", Decimals.percent(share)));
        }
    }

    /** Applies the credit that the author set for a fault. */
    private void settle(Finding.Derived found, Set<String> costOnce) {
        String kind = found.fault().kind();
        FaultSetting setting = part.fault(found.id(), kind);
        if (setting != null) {
            credit(setting.once() ? kind : null, setting.credit(), found.onOwnAnswers(), costOnce);
        }
    }

    private void nearly(@Nullable Nearness nearness) {
        if (nearness != null) {
            tell(Feedback.Kind.NOTE, Message.of("grading.nearly", nearness.agreeing(), nearness.telling()));
        }
    }

    private void narrate(Match match) {
        Comparison comparison = match.comparison();
        int count = comparison.cells().size();
        if (count > 1 && comparison.share() == null) {
            tell(Feedback.Kind.CREDIT, Message.of("grading.cells-right", match.right(), count));
        }
        if (match.counting() < match.right()) {
            tell(Feedback.Kind.CREDIT, Message.of("grading.only-zeros-right"));
        }
        if (comparison.remark() != null) {
            tell(Feedback.Kind.NOTE, comparison.remark());
        }
        if (comparison.revealing() != null) {
            tell(Feedback.Kind.KEY, comparison.revealing());
        }
    }

    private void tell(Feedback.Kind kind, Words say) {
        feedback.add(new Feedback(kind, say));
    }

    private PartResult result() {
        return new PartResult(
                part.id(), score, part.points(), verdict, reading, cells, mistake, fault, feedback, List.of());
    }
}
