package gradus.grading.check;

import gradus.expression.value.ExpressionException;
import gradus.grading.Grader;
import gradus.grading.KnownProcedures;
import gradus.grading.PartResult;
import gradus.grading.Result;
import gradus.grading.Verdict;
import gradus.maths.Decimals;
import gradus.message.Languages;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Convention;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Text;
import gradus.question.Variant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** What one variant of a question must keep, whoever wrote it; each method looks at one promise and reports where it is broken. */
final class VariantCheck {
    /** Texts that are no answer to anything: an open bracket, a slip of the input method, an overflow, markup, no number. */
    private static final List<String> NO_ANSWERS = List.of("((", "ㅡㅁㅌ(0,ㅌ)", "1e999", "<script>", "NaN");

    private final Variant variant;
    private final long seed;
    private final List<Part> parts;
    private final Report report;
    private final Map<String, String> keys = new LinkedHashMap<>();

    /** Told of a promise that is broken: its kind, what to say, and the place in the file that it is about. */
    interface Report {
        void broken(String kind, Message message, String... path);
    }

    /** @param parts those that are graded by machine and looked at in this variant */
    VariantCheck(Variant variant, long seed, List<Part> parts, Report report) {
        this.variant = variant;
        this.seed = seed;
        this.parts = parts;
        this.report = report;
    }

    /** Every key can be computed and suits its part. */
    void keys() {
        for (Part part : parts) {
            try {
                Answer key = variant.key(part);
                keys.put(part.id(), part.type().print(key, part));
                Message unfit = part.type().unfit(key, part);
                if (unfit != null) {
                    report.broken("unfit", Message.of("grading.check-unfit", part.id(), unfit, seed), part.id());
                }
            } catch (ExpressionException failed) {
                keyFails(part, failed);
            }
        }
    }

    private void keyFails(Part part, ExpressionException failed) {
        report.broken("key", Message.of("grading.check-key-fails", part.id(), seed, failed.problem()), part.id());
    }

    /** Keys, further right answers and the keys of every convention score full when they are typed as a student would. */
    void rightAnswers() {
        full(keys);
        for (Part part : parts) {
            for (Variant.Further further : variant.accepts(part)) {
                full(Map.of(part.id(), part.type().print(further.answer(), part)));
            }
        }
        for (Convention convention : variant.question().conventions()) {
            Variant other = variant.under(convention);
            Map<String, String> typed = new LinkedHashMap<>();
            for (Part part : parts) {
                try {
                    typed.put(part.id(), part.type().print(other.key(part), part));
                } catch (ExpressionException failed) {
                    keyFails(part, failed);
                }
            }
            full(typed);
        }
    }

    private void full(Map<String, String> typed) {
        Result result = Grader.grade(variant, typed);
        typed.forEach((id, response) -> {
            PartResult part = result.part(id);
            if (part.verdict() != Verdict.CORRECT) {
                report.broken("full", Message.of("grading.check-not-full", id, response, seed, said(part)), id);
            }
        });
    }

    /** The verdict with what the grader had to say about its own failure. */
    private static String said(PartResult result) {
        String verdict = result.verdict().word();
        return result.notes().isEmpty()
                ? verdict
                : verdict + ": " + result.notes().get(0);
    }

    /**
     * The answer of every mistake names the mistake and earns its credit, or what its right cells earn.
     *
     * @param excused whether a mistake of a part may be taken for something else
     */
    void mistakes(Part part, BiPredicate<Part, String> excused) {
        for (Variant.Wrong wrong : KnownProcedures.of(variant, part)) {
            String id = wrong.mistake().id();
            if (excused.test(part, id) || isAnother(part, wrong)) {
                continue;
            }
            String typed = part.type().print(wrong.answer(), part);
            Map<String, String> responses = new HashMap<>(keys);
            responses.put(part.id(), typed);
            PartResult result = Grader.grade(variant, responses).part(part.id());
            if (!id.equals(result.mistake())) {
                String named = Objects.requireNonNullElseGet(result.mistake(), () -> said(result));
                report.broken(
                        "named",
                        Message.of("grading.check-not-named", id, part.id(), typed, seed, named),
                        part.id(),
                        id);
            } else if (!earns(result, wrong)) {
                report.broken("credit", Message.of("grading.check-credit", id, part.id(), seed), part.id(), id);
            }
        }
    }

    /**
     * Whether a fault that the file only names comes to the key here, or to a procedure before it, which no draw avoids; or is
     * written in functions that students are not given.
     */
    private boolean isAnother(Part part, Variant.Wrong wrong) {
        if (part.mistakes().contains(wrong.mistake())) {
            return false;
        }
        String typed = part.type().print(wrong.answer(), part);
        if (!(part.type().read(typed, part, variant) instanceof Reading.Read read)
                || !part.type().compare(read.answer(), wrong.answer(), part).isEqual()
                || part.type().compare(wrong.answer(), variant.key(part), part).isEqual()) {
            return true;
        }
        for (Convention convention : variant.question().conventions()) {
            for (Variant.Wrong other : KnownProcedures.of(variant.under(convention), part)) {
                if (!other.mistake().id().equals(wrong.mistake().id())
                        && part.type()
                                .compare(wrong.answer(), other.answer(), part)
                                .isEqual()) {
                    return true;
                }
            }
        }
        for (Variant.Wrong before : KnownProcedures.of(variant, part)) {
            if (before.mistake().equals(wrong.mistake())) {
                return false;
            }
            if (part.type().compare(wrong.answer(), before.answer(), part).isEqual()) {
                return true;
            }
        }
        return false;
    }

    private static boolean earns(PartResult result, Variant.Wrong wrong) {
        BigFraction credit = Decimals.exactly(wrong.mistake().credit()).multiply(result.points());
        int cells = Math.max(1, result.cells().size());
        BigFraction ofCells = result.points()
                .multiply(Collections.frequency(result.cells(), Verdict.CORRECT))
                .divide(cells);
        return result.score().compareTo(credit) >= 0
                && (result.score().equals(credit) || result.score().compareTo(ofCells) <= 0);
    }

    /** Every fault that the file names is one of its part's. */
    void faults() {
        for (Part part : parts) {
            KnownProcedures.unknown(variant, part)
                    .forEach(id -> report.broken(
                            "fault " + id, Message.of("grading.check-no-such-fault", id, part.id()), part.id(), id));
        }
    }

    /** A key that was changed noticeably scores less than the key. */
    void changedKeys() {
        ChangedKeys.ofFull(
                variant,
                parts,
                (part, typed) -> report.broken(
                        "changed", Message.of("grading.check-changed-full", part.id(), typed, seed), part.id()));
    }

    /** What follows rightly from a slip earns what it would without the slip. */
    void slips() {
        FollowedSlips.lost(
                variant,
                parts,
                lost -> report.broken(
                        "followed",
                        Message.of("grading.check-not-followed", lost.later(), lost.slip(), lost.early(), seed),
                        lost.later()));
    }

    /** What is no answer is called unreadable and nothing is called blank; neither earns anything. */
    void noAnswers() {
        for (Part part : parts) {
            NO_ANSWERS.forEach(typed -> none(part, typed, Verdict.UNREADABLE));
            none(part, " ", Verdict.BLANK);
        }
    }

    private void none(Part part, String typed, Verdict due) {
        PartResult result = Grader.grade(variant, Map.of(part.id(), typed)).part(part.id());
        if (result.verdict() != due || result.score().signum() != 0) {
            report.broken(
                    "none",
                    Message.of(
                            "grading.check-no-answer",
                            typed,
                            part.id(),
                            result.verdict().word()),
                    part.id());
        }
    }

    /** Every text can be filled in, in every language. */
    void texts() {
        AllTexts.of(variant.question(), this::fill);
    }

    private void fill(String place, @Nullable Text text) {
        if (text == null) {
            return;
        }
        for (Locale language : Languages.spoken()) {
            try {
                variant.fill(text, language);
            } catch (ExpressionException failed) {
                report.broken("text", Message.of("grading.check-text", seed, failed.problem()), place);
            }
        }
    }
}
